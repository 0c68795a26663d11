"use client";
import { useQuery } from "@tanstack/react-query";
import type { inferRouterOutputs } from "@trpc/server";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { shortCodeOf } from "#server/platform/values/id-forms.ts";
import type { AppRouter } from "#server/router.ts";
import { ProblemAlert } from "../../errors/problem-alert.tsx";
import { useTRPC } from "../../trpc/client.ts";
import { Field, Input } from "../../ui/field.tsx";

type Found = inferRouterOutputs<AppRouter>["reports"]["find"][number];

const TYPING_MS = 250;
const TEXT_MAX = 200;

/** The search field and what it found. The arrow keys move between the field and the results. */
export function FindBox({ onGone }: { onGone: () => void }) {
  const t = useTranslations("admin.find");
  const [typed, setTyped] = useState("");
  const text = useSettled(typed.trim());
  const results = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent<HTMLElement>) => {
    const links = [...(results.current?.querySelectorAll("a") ?? [])];
    if (event.key === "Enter" && event.target instanceof HTMLInputElement) return links[0]?.click();
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const field = event.currentTarget.querySelector("input");
    const stops = [field, ...links];
    const at = stops.indexOf(document.activeElement as HTMLAnchorElement);
    stops[Math.min(Math.max(at + step, 0), stops.length - 1)]?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it hears the arrow keys of the field and the links in it.
    <div onKeyDown={move} className="grid gap-4">
      <Field label={t("label")}>
        <Input
          type="search"
          autoFocus
          maxLength={TEXT_MAX}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          value={typed}
          onValueChange={setTyped}
        />
      </Field>
      <div ref={results}>
        <Results text={text} onGone={onGone} />
      </div>
    </div>
  );
}

function Results({ text, onGone }: { text: string; onGone: () => void }) {
  const t = useTranslations("admin.find");
  const trpc = useTRPC();
  const found = useQuery(trpc.reports.find.queryOptions({ text }, { enabled: text !== "" }));
  if (text === "") return null;
  if (found.error) return <ProblemAlert error={found.error} />;
  return (
    <>
      <p role="status" className="text-muted text-sm">
        {found.data ? t("found", { count: found.data.length }) : t("searching")}
      </p>
      <ul className="mt-1 grid gap-1">
        {found.data?.map((each) => (
          <li key={`${each.kind} ${each.id}`}>
            <Link
              href={hrefOf(each)}
              onClick={onGone}
              className="grid min-h-touch gap-0.5 rounded-sm px-3 py-2 no-underline hover:bg-sunken focus-visible:bg-sunken"
            >
              <span className="flex flex-wrap items-baseline gap-x-2">
                <span className="text-muted text-sm">{t(`kinds.${each.kind}`)}</span>
                <span className="break-all font-semibold">{each.label}</span>
              </span>
              <span className="break-all font-mono text-[0.8125rem] text-muted">
                {each.kind === "order" ? shortCodeOf(each.id) : each.id}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Where a thing is shown; what has no page of its own is shown by the orders that belong to it. */
function hrefOf({ kind, id, orderId }: Found): string {
  if (orderId !== null) return `/admin/orders/${orderId}`;
  if (kind === "shipping") return `/admin/shipping/${id}`;
  if (kind === "transmission") return `/admin/transmissions/${id}`;
  if (kind === "integrationSession") return `/admin/integration/${id}`;
  if (kind === "event") return `/admin/events/${id}`;
  if (kind === "seatMap") return `/admin/seat-maps/${id}`;
  if (kind === "person") return `/admin/people/${id}`;
  if (kind === "eventSession") return `/admin/orders?session=${id}`;
  return `/admin/orders?search=${encodeURIComponent(id)}`;
}

/** A value once it has stayed the same for a moment. */
function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), TYPING_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
