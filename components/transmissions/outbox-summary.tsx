"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { DestinationName, TransmissionFilter } from "#server/transmissions/contract.ts";
import { ProblemAlert } from "../errors/problem-alert.tsx";
import { PageSkeleton } from "../shell/page-skeleton.tsx";
import { useTRPC } from "../trpc/client.ts";
import { DestinationCard } from "./destination-card.tsx";

const REFRESH_MS = 2000;

interface OutboxSummaryProps {
  onPick: (destination: DestinationName, status: NonNullable<TransmissionFilter["status"]>) => void;
}

/** Every destination at a glance. */
export function OutboxSummary({ onPick }: OutboxSummaryProps) {
  const t = useTranslations("transmission");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { data, error } = useQuery(
    trpc.transmissions.summary.queryOptions({}, { refetchInterval: REFRESH_MS }),
  );
  const resume = useMutation(
    trpc.transmissions.resume.mutationOptions({
      onSettled: () => queryClient.invalidateQueries({ queryKey: trpc.transmissions.summary.queryKey() }),
    }),
  );
  if (!data) return error ? <ProblemAlert error={error} /> : <PageSkeleton />;
  return (
    <>
      <ProblemAlert error={resume.error} />
      <ul className="grid gap-4 sm:grid-cols-2 xl:grid-cols-4" aria-label={t("destinationLabel")}>
        {data.map((summary) => (
          <DestinationCard
            key={summary.destination}
            summary={summary}
            resuming={resume.isPending && resume.variables.destination === summary.destination}
            onResume={() => resume.mutate({ destination: summary.destination })}
            onPick={(status) => onPick(summary.destination, status)}
          />
        ))}
      </ul>
    </>
  );
}
