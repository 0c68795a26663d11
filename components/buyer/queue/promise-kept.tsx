"use client";
import { useTranslations } from "next-intl";
import type { EventSessionId } from "#server/catalog/contract.ts";
import type { WaitRange } from "#server/queue/contract.ts";
import { useNow } from "../../clock/use-now.ts";
import { useFormat } from "../../i18n/format.ts";
import { useHydrated } from "../../ui/use-hydrated.ts";
import { compareWithFirst, firstEstimateOf, momentsOf } from "./first-estimate.ts";

interface PromiseKeptProps {
  eventSessionId: EventSessionId;
  number: number;
  wait: WaitRange;
}

/** What was said about the wait at first, beside what came of it. */
export function PromiseKept({ eventSessionId, number, wait }: PromiseKeptProps) {
  const t = useTranslations("queue.promise");
  const format = useFormat();
  const now = useNow();
  // What was said at first this browser alone knows.
  const awake = useHydrated();
  if (now === null || !awake) return null;
  const first = firstEstimateOf(eventSessionId, number, wait, now);
  const outcome = compareWithFirst(first, wait, now);
  if (outcome === null) return null;
  const { from, until } = momentsOf(first, first.atMs);
  return (
    <p className="text-muted text-sm">
      {t(outcome, { from: format.date(from, "time"), until: format.date(until, "time") })}
    </p>
  );
}
