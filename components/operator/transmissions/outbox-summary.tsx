"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { DESTINATIONS } from "#server/transmissions/values.ts";
import { ProblemAlert } from "../../errors/problem-alert.tsx";
import { useTRPC } from "../../trpc/client.ts";
import { Skeleton } from "../../ui/skeleton.tsx";
import { Freshness } from "../shell/freshness.tsx";
import { DestinationCard } from "./destination-card.tsx";
import { OutboxVerdict } from "./outbox-verdict.tsx";

const EVERY_MS = 2000;

/** The outbox at a glance: the verdict, and a card a destination. */
export function OutboxSummary() {
  const t = useTranslations("transmission");
  const trpc = useTRPC();
  const summary = useQuery(
    trpc.transmissions.summary.queryOptions({}, { refetchInterval: EVERY_MS, staleTime: 0 }),
  );
  if (!summary.data) return summary.error ? <ProblemAlert error={summary.error} /> : <SummarySkeleton />;
  return (
    <section aria-labelledby="destinations" className="grid gap-4">
      <OutboxVerdict outbox={summary.data} />
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id="destinations" className="font-bold text-xl">
          {t("summary")}
        </h2>
        <Freshness query={summary} />
      </div>
      <div className="grid items-start gap-4 sm:grid-cols-2 xl:grid-cols-4">
        {summary.data.map((each) => (
          <DestinationCard key={each.destination} summary={each} />
        ))}
      </div>
    </section>
  );
}

/** As tall as the content that replaces it, so that the list below does not move. */
function SummarySkeleton() {
  const t = useTranslations("shell");
  return (
    <div role="status" className="grid gap-4">
      <span className="sr-only">{t("loading")}</span>
      <Skeleton className="h-22 rounded-md" />
      <Skeleton className="h-7 w-40" />
      <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-4">
        {DESTINATIONS.map((destination) => (
          <Skeleton key={destination} className="h-58 rounded-lg" />
        ))}
      </div>
    </div>
  );
}
