"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useNow } from "../../clock/use-now.ts";
import { ProblemAlert } from "../../errors/problem-alert.tsx";
import { PageSkeleton } from "../../shell/page-skeleton.tsx";
import { useTRPC } from "../../trpc/client.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { Freshness } from "../shell/freshness.tsx";
import { RefundRow } from "./refund-row.tsx";

const EVERY_MS = 5000;

/** The operators' list of refunds that providers have refused or not answered yet. */
export function RefundsPage() {
  const t = useTranslations("refund");
  const trpc = useTRPC();
  const now = useNow(5000);
  const refunds = useQuery(
    trpc.payments.undoneRefunds.queryOptions({}, { refetchInterval: EVERY_MS, staleTime: 0 }),
  );
  if (!refunds.data) return refunds.error ? <ProblemAlert error={refunds.error} /> : <PageSkeleton />;
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} actions={<Freshness query={refunds} />} />
      {refunds.data.length === 0 ? (
        <EmptyState title={t("empty.title")}>{t("empty.body")}</EmptyState>
      ) : (
        <ul className="grid gap-4">
          {refunds.data.map((refund) => (
            <RefundRow key={refund.id} refund={refund} now={now} />
          ))}
        </ul>
      )}
    </>
  );
}
