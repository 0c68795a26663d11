import type { DehydratedState } from "@tanstack/react-query";
import type { Locale, Messages } from "next-intl";
import { cache } from "react";
import type { Theme } from "../preferences/theme.ts";
import type { Business } from "../shell/site-footer.tsx";
import type { Drawn } from "../trpc/drawn.tsx";

/** The settings of the frame that a layout draws around its pages. */
export interface Shell {
  readonly theme: Theme;
  readonly business: Business;
  readonly drawn?: Drawn | undefined;
}

/** What a light page is drawn from in the browser: what Next would have sent along with its scripts. */
export interface LightRecord {
  /** The file in pages/ that has its component. */
  readonly name: string;
  readonly props: object;
  /** What was asked for ahead. */
  readonly answers: DehydratedState | undefined;
  readonly locale: Locale;
  /** Compiled. */
  readonly messages: object;
  readonly shell: Shell;
}

/** What the page that is being rendered has sent so far, by its layouts and itself. */
export const sentSoFar = cache((): { messages: Partial<Messages>; shell?: Shell } => ({ messages: {} }));
