"use client";
import { useQuery } from "@tanstack/react-query";
import type { inferRouterOutputs } from "@trpc/server";
import { useTranslations } from "next-intl";
import type { EventSessionId } from "#server/catalog/contract.ts";
import type { AppRouter } from "#server/router.ts";
import { ProblemAlert } from "../../errors/problem-alert.tsx";
import { useFormat } from "../../i18n/format.ts";
import { OriginalText } from "../../i18n/original-text.tsx";
import { PageSkeleton } from "../../shell/page-skeleton.tsx";
import { useTRPC } from "../../trpc/client.ts";
import { LinkButton } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { DescriptionList } from "../../ui/description-list.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { AttendeeList } from "./attendee-list.tsx";
import { DayChart } from "./day-chart.tsx";
import { netOf } from "./net.ts";

const EVERY_MS = 30_000;

type SessionSales = inferRouterOutputs<AppRouter>["reports"]["salesOfSession"];

/** What one event session has sold, in all and by day, and who is coming. */
export function SessionSalesPage({ eventSessionId }: { eventSessionId: EventSessionId }) {
  const t = useTranslations("sellerSales");
  const trpc = useTRPC();
  const format = useFormat();
  const query = useQuery(
    trpc.reports.salesOfSession.queryOptions({ eventSessionId }, { refetchInterval: EVERY_MS, staleTime: 0 }),
  );
  if (!query.data) return query.error ? <ProblemAlert error={query.error} /> : <PageSkeleton shape="tiles" />;
  const sales = query.data;
  return (
    <>
      <PageHeader
        title={<OriginalText text={sales.eventTitle} />}
        lead={format.date(sales.startsAt)}
        actions={
          <>
            <LinkButton href="/seller/sales" look="quiet">
              {t("back")}
            </LinkButton>
            <LinkButton href={`/seller/events/${sales.eventId}`} look="secondary">
              {t("toEvent")}
            </LinkButton>
          </>
        }
      />
      <ProblemAlert error={query.error} />
      <div className="grid gap-4 lg:grid-cols-2">
        <Totals sales={sales} />
        <DayChart days={sales.days} />
      </div>
      <AttendeeList eventSessionId={eventSessionId} />
    </>
  );
}

function Totals({ sales }: { sales: SessionSales }) {
  const t = useTranslations("sellerSales");
  const format = useFormat();
  const { sold, total, paid, refunded, refunding } = sales;
  return (
    <Card className="grid content-start gap-4">
      <DescriptionList
        items={[
          { term: t("sold"), detail: t("soldOf", { sold, total }) },
          { term: t("paid"), detail: format.krw(paid) },
          { term: t("refunded"), detail: format.krw(refunded) },
          ...(refunding > 0 ? [{ term: t("refunding"), detail: format.krw(refunding) }] : []),
          { term: t("net"), detail: format.krw(netOf(sales)), strong: true },
        ]}
      />
      <p className="text-muted text-sm">{t("netHint")}</p>
    </Card>
  );
}
