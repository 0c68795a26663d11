"use client";
import { useQuery } from "@tanstack/react-query";
import { ArrowLeft } from "lucide-react";
import { useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import type { z } from "zod";
import type { Transmission, TransmissionId } from "#server/transmissions/contract.ts";
import { transmissionMachine } from "#server/transmissions/machine.ts";
import { useNow } from "../../clock/use-now.ts";
import { ProblemAlert } from "../../errors/problem-alert.tsx";
import { PageSkeleton } from "../../shell/page-skeleton.tsx";
import { StateBadge } from "../../states/state-badge.tsx";
import { useTRPC } from "../../trpc/client.ts";
import { Alert } from "../../ui/alert.tsx";
import { LinkButton } from "../../ui/button.tsx";
import { AttemptTable } from "./attempt-table.tsx";
import { hrefOf, readFilter } from "./filter.ts";
import { Payload } from "./payload.tsx";
import { TransmissionActions } from "./transmission-actions.tsx";
import { TransmissionFacts } from "./transmission-facts.tsx";

const EVERY_MS = 2000;

/** Everything about one transmission, and what can be done with it. */
export function TransmissionPage({ id }: { id: TransmissionId }) {
  const t = useTranslations("transmission");
  const trpc = useTRPC();
  const backTo = hrefOf(readFilter(useSearchParams()));
  const { data, error } = useQuery(
    trpc.transmissions.get.queryOptions(
      { id },
      {
        staleTime: 0,
        refetchInterval: ({ state }) =>
          state.data && transmissionMachine.isEnd(state.data.status) ? false : EVERY_MS,
      },
    ),
  );
  return (
    <>
      <LinkButton href={backTo} look="quiet" className="-mb-4 -ml-4 justify-self-start text-muted">
        <ArrowLeft aria-hidden="true" /> {t("back")}
      </LinkButton>
      {error && <ProblemAlert error={error} />}
      {data ? <TransmissionDetail transmission={data} /> : !error && <PageSkeleton shape="facts" />}
    </>
  );
}

function TransmissionDetail({ transmission }: { transmission: z.output<typeof Transmission> }) {
  const t = useTranslations("transmission");
  const tDestination = useTranslations("destination");
  const now = useNow();
  const { status, type, destination, note, payload, attempts } = transmission;
  return (
    <>
      <header className="grid gap-2">
        <p className="flex flex-wrap items-center gap-2">
          <StateBadge machine={transmissionMachine} state={status} />
          <span className="text-muted">{tDestination(destination)}</span>
        </p>
        <h1 className="break-all font-extrabold text-3xl">{type}</h1>
      </header>
      {status === "DEAD" && (
        <Alert
          tone="danger"
          title={t("dead.title")}
          action={<TransmissionActions transmission={transmission} />}
        >
          <p>{t("dead.body")}</p>
        </Alert>
      )}
      {note !== null && (
        <Alert tone="neutral" title={t("resolvedNote")}>
          <p className="whitespace-pre-wrap">{note}</p>
        </Alert>
      )}
      <div className="grid gap-8 lg:grid-cols-2 lg:gap-6">
        <TransmissionFacts transmission={transmission} now={now} />
        <Payload payload={payload} />
      </div>
      <AttemptTable attempts={attempts} now={now} />
    </>
  );
}
