"use client";
import type { inferRouterOutputs } from "@trpc/server";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { AppRouter } from "#server/router.ts";
import { useFormat } from "../../i18n/format.ts";
import { OriginalText } from "../../i18n/original-text.tsx";
import type { Filter } from "../../table/address.ts";
import { ListTable } from "../../table/list-table.tsx";
import type { Column } from "../../table/rows.tsx";
import { useTRPC, useTRPCClient } from "../../trpc/client.ts";
import { PageHeader } from "../../ui/page-header.tsx";
import { netOf } from "./net.ts";

const EVERY_MS = 30_000;

type Row = inferRouterOutputs<AppRouter>["reports"]["sessionSales"]["items"][number];

/** What each event session of a seller's events has sold. */
export function SalesPage() {
  const t = useTranslations("sellerSales");
  const trpc = useTRPC();
  const client = useTRPCClient();
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <ListTable
        label={t("list")}
        columns={useColumns()}
        filters={useFilters()}
        initialSort="-startsAt"
        rowKey={({ eventSessionId }) => eventSessionId}
        queryKey={trpc.reports.sessionSales.pathKey()}
        read={client.reports.sessionSales.query}
        everyMs={EVERY_MS}
        download="session-sales"
        empty={{ title: t("empty.title"), body: t("empty.body") }}
      />
      <p className="text-muted text-sm">{t("netHint")}</p>
    </>
  );
}

function useFilters(): Filter[] {
  const t = useTranslations("sellerSales");
  return [
    { kind: "day", name: "since", label: t("since") },
    { kind: "day", name: "until", label: t("until") },
  ];
}

function useColumns(): Column<Row>[] {
  const t = useTranslations("sellerSales");
  const format = useFormat();
  return [
    {
      key: "event",
      header: t("event"),
      names: true,
      cell: ({ eventSessionId, eventTitle }) => (
        <Link href={`/seller/sales/${eventSessionId}`}>
          <OriginalText text={eventTitle} />
        </Link>
      ),
    },
    {
      key: "startsAt",
      header: t("startsAt"),
      sort: "startsAt",
      cell: ({ startsAt }) => <time dateTime={startsAt}>{format.date(startsAt)}</time>,
    },
    {
      key: "sold",
      header: t("sold"),
      align: "end",
      cell: ({ sold, total }) => t("soldOf", { sold, total }),
    },
    { key: "paid", header: t("paid"), align: "end", cell: ({ paid }) => format.krw(paid) },
    {
      key: "refunded",
      header: t("refunded"),
      align: "end",
      cell: ({ refunded, refunding }) => (
        <>
          {format.krw(refunded)}
          {refunding > 0 && (
            <p className="text-muted text-sm">
              {t("refunding")} {format.krw(refunding)}
            </p>
          )}
        </>
      ),
    },
    { key: "net", header: t("net"), align: "end", cell: (row) => format.krw(netOf(row)) },
  ];
}
