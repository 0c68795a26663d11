"use client";
import { useQuery } from "@tanstack/react-query";
import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { EventSessionId } from "#server/catalog/contract.ts";
import { PAYMENT_SUCCESS_MIN } from "#server/payments/values.ts";
import type { SaleDetail } from "#server/sales/contract.ts";
import { ProblemAlert } from "../../errors/problem-alert.tsx";
import { useFormat } from "../../i18n/format.ts";
import { hrefsOf } from "../../organizer/area.ts";
import { SaleControls } from "../../organizer/sale-controls.tsx";
import { useManagedEvent } from "../../organizer/use-managed-event.ts";
import { PageSkeleton } from "../../shell/page-skeleton.tsx";
import { queryOf } from "../../table/address.ts";
import { useTRPC } from "../../trpc/client.ts";
import { LinkButton } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { DescriptionList } from "../../ui/description-list.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { Freshness } from "../shell/freshness.tsx";
import { AdmissionButton } from "./admission-button.tsx";
import { Funnel } from "./funnel.tsx";
import { Remaining, SaleBadges } from "./sale-card.tsx";
import { SaleChart } from "./sale-chart.tsx";

const EVERY_MS = 1000;
const SETTINGS_EVERY_MS = 2000;

/** One sale while it runs: where people and tickets are, whether payments succeed, and the controls. */
export function SalePage({ eventSessionId }: { eventSessionId: EventSessionId }) {
  const t = useTranslations("sales");
  const trpc = useTRPC();
  const detail = useQuery(
    trpc.sales.get.queryOptions({ eventSessionId }, { refetchInterval: EVERY_MS, staleTime: 0 }),
  );
  return (
    <>
      <LinkButton href="/admin" look="quiet" className="-mb-4 -ml-4 justify-self-start text-muted">
        <ArrowLeft aria-hidden="true" /> {t("back")}
      </LinkButton>
      {detail.error && <ProblemAlert error={detail.error} />}
      {detail.data ? (
        <>
          <Heading detail={detail.data} />
          <Freshness query={detail} />
          <Card className="grid gap-5" aria-labelledby="funnel">
            <h2 id="funnel" className="font-bold text-xl">
              {t("funnel")}
            </h2>
            <Funnel sale={detail.data.sale} perMinute={detail.data.perMinute} />
            <Remaining sale={detail.data.sale} />
          </Card>
          <Card>
            <Checks detail={detail.data} />
          </Card>
          <SaleChart eventSessionId={eventSessionId} />
        </>
      ) : (
        !detail.error && <PageSkeleton shape="tiles" />
      )}
    </>
  );
}

function Heading({ detail: { sale } }: { detail: SaleDetail }) {
  const t = useTranslations("sales");
  const format = useFormat();
  const event = useManagedEvent(sale.eventId, { everyMs: SETTINGS_EVERY_MS });
  const eventSession = event.data?.eventSessions.find(({ id }) => id === sale.eventSessionId);
  return (
    <>
      <SaleBadges sale={sale} />
      <PageHeader
        title={sale.title}
        lead={format.date(sale.startsAt)}
        actions={
          event.data &&
          eventSession && (
            <>
              <AdmissionButton event={event.data} eventSession={eventSession} />
              <SaleControls area="admin" event={event.data} eventSession={eventSession} />
              <LinkButton
                href={hrefsOf("admin").editSession(sale.eventId, sale.eventSessionId)}
                look="secondary"
              >
                {t("edit")}
              </LinkButton>
              <LinkButton href={`/admin/orders${queryOf({ session: sale.eventSessionId })}`} look="secondary">
                {t("orders")}
              </LinkButton>
            </>
          )
        }
      />
      {event.error && <ProblemAlert error={event.error} />}
    </>
  );
}

function Checks({ detail }: { detail: SaleDetail }) {
  const t = useTranslations("sales");
  const format = useFormat();
  const { oversold, unknownPayments, line, payments, release, sale } = detail;
  return (
    <DescriptionList
      layout="grid"
      items={[
        {
          term: t("oversold"),
          detail:
            oversold === 0 ? (
              t("oversoldNone")
            ) : (
              <strong className="text-danger-fg">{t("oversoldSome", { count: oversold })}</strong>
            ),
        },
        {
          term: t("waitlist"),
          detail:
            release.policy === "WAITLIST"
              ? t("waitlistFigures", release.waitlist)
              : t(`release.${release.policy}`),
        },
        { term: t("withheld"), detail: format.number(sale.withheld) },
        { term: t("payments"), detail: <PaymentSuccess {...payments} /> },
        {
          term: t("unknownHere"),
          detail:
            unknownPayments.oldestSince === null ? (
              t("unknownNone")
            ) : (
              <Link href="/admin/payments">
                {`${format.number(unknownPayments.count)} · ${format.date(unknownPayments.oldestSince, "exact")}`}
              </Link>
            ),
        },
        {
          term: t("limits"),
          detail: t("limitsOf", {
            limit: line.admitLimit,
            rate: line.admitRatePerSecond,
            max: line.maxLength,
          }),
        },
      ]}
    />
  );
}

function PaymentSuccess({ completed, failed }: SaleDetail["payments"]) {
  const t = useTranslations("sales");
  const total = completed + failed;
  if (total === 0) return t("paymentsNone");
  const share = completed / total;
  const words = t("paymentsOf", { percent: Math.round(100 * share), completed, total });
  if (share >= PAYMENT_SUCCESS_MIN) return words;
  return (
    <strong className="text-danger-fg">
      {words} · {t("paymentsLow")}
    </strong>
  );
}
