import { getLocale } from "next-intl/server";
import { type ComponentType, createElement, type ReactNode } from "react";
import { compileMessages } from "#components/i18n/compiled.ts";
import { sentSoFar } from "#components/light/record.ts";
import { AskedAhead } from "#components/trpc/asked-ahead.tsx";
import { noteLight } from "#server/platform/http/rendering.ts";
import { type Ask, askAhead } from "./ask-ahead.ts";

interface LightPageProps<P extends object> {
  /** The file in components/light/pages/ that boots `view`. */
  name: string;
  view: ComponentType<P>;
  /** As JSON can carry them. */
  props: P;
  /** Asks for what the page's first HTML shows. */
  ahead?: Ask;
  /** What its scripts load at once: the names of files that they import when they need them. */
  parts?: readonly string[];
  /** The addresses of what they fetch at once. */
  fetches?: readonly string[];
  /** What the server alone draws. */
  children?: ReactNode;
}

/**
 * A page that the server sends with scripts of its own in place of Next's where it is asked for by its address. Where a link
 * of a page with Next's scripts leads to it, it is like any other page.
 */
export async function LightPage<P extends object>({
  name,
  view,
  props,
  ahead,
  children,
  ...early
}: LightPageProps<P>) {
  const [locale, answers] = await Promise.all([getLocale(), ahead && askAhead(ahead)]);
  const sent = sentSoFar();
  noteLight(() => ({
    ...{ name, props, answers, locale, ...early },
    ...{ shell: sent.shell, messages: compileMessages(sent.messages) },
  }));
  return <AskedAhead answers={answers}>{createElement(view, props, children)}</AskedAhead>;
}
