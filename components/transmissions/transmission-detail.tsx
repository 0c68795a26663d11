"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { TransmissionId } from "#server/transmissions/contract.ts";
import { transmissionMachine } from "#server/transmissions/machine.ts";
import { ProblemAlert } from "../errors/problem-alert.tsx";
import { useFormat } from "../i18n/format.ts";
import { PageSkeleton } from "../shell/page-skeleton.tsx";
import { StateBadge } from "../state-badge.tsx";
import { useTRPC } from "../trpc/client.ts";
import { LinkButton } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { DescriptionList } from "../ui/description-list.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { AttemptList } from "./attempt-list.tsx";
import { DeadActions } from "./dead-actions.tsx";
import { Payload } from "./payload.tsx";

const REFRESH_MS = 2000;

/** One transmission: what is sent, how it went, and what can be done. */
export function TransmissionDetail({ id }: { id: TransmissionId }) {
  const t = useTranslations("transmission");
  const format = useFormat();
  const trpc = useTRPC();
  const { data, error } = useQuery(
    trpc.transmissions.get.queryOptions({ id }, { refetchInterval: REFRESH_MS }),
  );
  if (!data) return error ? <ProblemAlert error={error} /> : <PageSkeleton />;
  const { type, destination, aggregateId, status, traceId, createdAt, note, payload, attempts } = data;
  return (
    <>
      <PageHeader
        title={
          <span className="flex flex-wrap items-center gap-3">
            {type} <StateBadge machine={transmissionMachine} state={status} />
          </span>
        }
        lead={t(`destination.${destination}`)}
        actions={
          <LinkButton href="/admin/transmissions" look="quiet">
            {t("back")}
          </LinkButton>
        }
      />
      {status === "DEAD" && <DeadActions id={id} />}
      <Card>
        <DescriptionList
          layout="grid"
          className="break-all"
          items={[
            { term: t("number"), detail: id },
            { term: t("about"), detail: aggregateId },
            { term: t("trace"), detail: traceId },
            { term: t("createdAt"), detail: format.date(createdAt) },
            ...(note ? [{ term: t("note"), detail: note }] : []),
          ]}
        />
      </Card>
      <Payload text={payload} />
      <AttemptList attempts={attempts} />
    </>
  );
}
