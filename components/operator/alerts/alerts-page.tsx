"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { Alert } from "#server/alerts/contract.ts";
import { useNow } from "../../clock/use-now.ts";
import { ProblemAlert } from "../../errors/problem-alert.tsx";
import { PageSkeleton } from "../../shell/page-skeleton.tsx";
import { useTRPC } from "../../trpc/client.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { Freshness } from "../shell/freshness.tsx";
import { AlertRow } from "./alert-row.tsx";

const EVERY_MS = 5000;

/** The active alerts: first those that no one looks after, the latest first. */
export function AlertsPage() {
  const t = useTranslations("alert");
  const trpc = useTRPC();
  const now = useNow(5000);
  const alerts = useQuery(trpc.alerts.list.queryOptions({}, { refetchInterval: EVERY_MS, staleTime: 0 }));
  if (!alerts.data)
    return alerts.error ? <ProblemAlert error={alerts.error} /> : <PageSkeleton shape="list" />;
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} actions={<Freshness query={alerts} />} />
      {alerts.data.length === 0 ? (
        <EmptyState title={t("empty.title")}>{t("empty.body")}</EmptyState>
      ) : (
        <>
          <AlertRows alerts={alerts.data.filter(({ acknowledged }) => !acknowledged)} now={now} />
          <AlertRows alerts={alerts.data.filter(({ acknowledged }) => acknowledged)} now={now} />
        </>
      )}
    </>
  );
}

function AlertRows({ alerts, now }: { alerts: readonly Alert[]; now: number | null }) {
  if (alerts.length === 0) return null;
  return (
    <ul className="grid gap-4">
      {alerts.map((alert) => (
        <AlertRow key={alert.id} alert={alert} now={now} />
      ))}
    </ul>
  );
}
