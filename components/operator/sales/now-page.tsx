"use client";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import type { SalesNow } from "#server/sales/contract.ts";
import { useNow } from "../../clock/use-now.ts";
import { ProblemAlert } from "../../errors/problem-alert.tsx";
import { useFormat } from "../../i18n/format.ts";
import { PageSkeleton } from "../../shell/page-skeleton.tsx";
import { useTRPC } from "../../trpc/client.ts";
import { Alert } from "../../ui/alert.tsx";
import { LinkButton } from "../../ui/button.tsx";
import { classNames } from "../../ui/class-names.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { AlertRow } from "../alerts/alert-row.tsx";
import { WaitingApprovals } from "../approvals/waiting-approvals.tsx";
import { Freshness } from "../shell/freshness.tsx";
import { SaleCard } from "./sale-card.tsx";
import { UrgentShippings, useShippingCounts } from "./urgent-shippings.tsx";

const SALES_EVERY_MS = 1000;
const ALERTS_EVERY_MS = 2000;

/** What needs attention first, then the sales under way; with `?wall` large and without the shell around it. */
export function NowPage() {
  const t = useTranslations("sales");
  const wall = useSearchParams().has("wall");
  return (
    <div
      data-wall={wall || undefined}
      className={classNames(
        "grid content-start gap-8",
        wall && "fixed inset-0 z-40 overflow-y-auto bg-paper p-6",
      )}
    >
      <PageHeader
        title={t("title")}
        lead={wall ? undefined : t("lead")}
        actions={
          !wall && (
            <LinkButton href="/admin?wall" look="secondary">
              {t("wall")}
            </LinkButton>
          )
        }
      />
      <Attention />
      <SalesUnderWay wall={wall} />
    </div>
  );
}

function useSalesNow() {
  const trpc = useTRPC();
  return useQuery(trpc.sales.now.queryOptions({}, { refetchInterval: SALES_EVERY_MS, staleTime: 0 }));
}

function Attention() {
  const t = useTranslations("sales");
  const trpc = useTRPC();
  const now = useNow(5000);
  const alerts = useQuery(
    trpc.alerts.list.queryOptions({}, { refetchInterval: ALERTS_EVERY_MS, staleTime: 0 }),
  );
  const sales = useSalesNow();
  const parcels = useShippingCounts();
  const unknown = sales.data?.unknownPayments;
  const open = alerts.data?.filter(({ acknowledged }) => !acknowledged);
  const owned = (alerts.data?.length ?? 0) - (open?.length ?? 0);
  const isRead = !alerts.error && !sales.error && !parcels.error;
  const isCalm = isRead && open?.length === 0 && unknown?.count === 0 && parcels.data?.urgent === 0;
  return (
    <section aria-labelledby="attention" className="grid gap-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id="attention" className="font-bold text-xl">
          {t("attention")}
        </h2>
        <Freshness query={alerts} />
      </div>
      <WaitingApprovals />
      <UrgentShippings />
      {alerts.error && <ProblemAlert error={alerts.error} />}
      {unknown && <UnknownPayments {...unknown} />}
      {open && open.length > 0 && (
        <ul className="grid gap-4">
          {open.map((alert) => (
            <AlertRow key={alert.id} alert={alert} now={now} />
          ))}
        </ul>
      )}
      {owned > 0 && (
        <p>
          <Link href="/admin/alerts">{t("owned", { count: owned })}</Link>
        </p>
      )}
      {isCalm && (
        <Alert tone="success" title={t("calm.title")}>
          {t("calm.body")}
        </Alert>
      )}
    </section>
  );
}

function UnknownPayments({ count, oldestSince }: SalesNow["unknownPayments"]) {
  const t = useTranslations("sales.unknown");
  const format = useFormat();
  if (count === 0 || oldestSince === null) return null;
  return (
    <Alert tone="warning" title={t("title", { count })}>
      {t("body", { since: format.date(oldestSince, "exact") })}
    </Alert>
  );
}

function SalesUnderWay({ wall }: { wall: boolean }) {
  const t = useTranslations("sales");
  const sales = useSalesNow();
  if (!sales.data) return sales.error ? <ProblemAlert error={sales.error} /> : <PageSkeleton shape="tiles" />;
  return (
    <section aria-labelledby="under-way" className="grid gap-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id="under-way" className="font-bold text-xl">
          {t("underWay")}
        </h2>
        <Freshness query={sales} />
      </div>
      {sales.error && <ProblemAlert error={sales.error} />}
      {sales.data.sales.length === 0 ? (
        <EmptyState
          title={t("none.title")}
          action={wall ? undefined : <LinkButton href="/admin/events">{t("noneAction")}</LinkButton>}
        >
          {t("none.body")}
        </EmptyState>
      ) : (
        <ul className="grid gap-4 md:grid-cols-2 2xl:grid-cols-3">
          {sales.data.sales.map((sale) => (
            <SaleCard key={sale.eventSessionId} sale={sale} />
          ))}
        </ul>
      )}
    </section>
  );
}
