"use client";
import type { inferRouterOutputs } from "@trpc/server";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { orderMachine } from "#server/orders/machine.ts";
import { shortCodeOf } from "#server/platform/values/id-forms.ts";
import type { AppRouter } from "#server/router.ts";
import { Moment } from "../../clock/moment.tsx";
import { useNow } from "../../clock/use-now.ts";
import { useFormat } from "../../i18n/format.ts";
import { StateBadge } from "../../states/state-badge.tsx";
import { useStateOptions } from "../../states/use-state-name.ts";
import type { Filter } from "../../table/address.ts";
import { ListTable } from "../../table/list-table.tsx";
import type { Column } from "../../table/rows.tsx";
import { useTRPC, useTRPCClient } from "../../trpc/client.ts";
import { PageHeader } from "../../ui/page-header.tsx";

const EVERY_MS = 10_000;

type Row = inferRouterOutputs<AppRouter>["reports"]["orders"]["items"][number];

/** Every order, found by anything that belongs to it. */
export function OrdersPage() {
  const t = useTranslations("adminOrder");
  const trpc = useTRPC();
  const client = useTRPCClient();
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <ListTable
        label={t("list")}
        columns={useColumns()}
        filters={useFilters()}
        initialSort="-createdAt"
        rowKey={({ id }) => id}
        queryKey={trpc.reports.orders.pathKey()}
        read={client.reports.orders.query}
        everyMs={EVERY_MS}
        download="orders"
        empty={{ title: t("empty.title"), body: t("empty.body") }}
      />
    </>
  );
}

function useFilters(): Filter[] {
  const t = useTranslations("adminOrder");
  const stateOptions = useStateOptions();
  return [
    { kind: "text", name: "search", label: t("search"), hint: t("searchHint") },
    {
      kind: "choice",
      name: "state",
      label: t("state"),
      any: t("anyState"),
      options: stateOptions(orderMachine),
    },
    { kind: "day", name: "since", label: t("since") },
    { kind: "day", name: "until", label: t("until") },
    { kind: "text", name: "event", label: t("eventId") },
    { kind: "text", name: "session", label: t("sessionId") },
  ];
}

function useColumns(): Column<Row>[] {
  const t = useTranslations("adminOrder");
  const format = useFormat();
  const now = useNow(5000);
  return [
    {
      key: "event",
      header: t("event"),
      names: true,
      cell: ({ id, eventTitle, startsAt }) => (
        <>
          <Link href={`/admin/orders/${id}`}>{eventTitle}</Link>
          <p className="numerals font-normal text-muted text-sm">{format.date(startsAt)}</p>
          <p className="font-mono font-normal text-[0.8125rem] text-muted">{shortCodeOf(id)}</p>
        </>
      ),
    },
    {
      key: "state",
      header: t("state"),
      cell: ({ status }) => <StateBadge machine={orderMachine} state={status} />,
    },
    {
      key: "buyer",
      header: t("buyer"),
      cell: ({ email }) => <span className="break-all">{email}</span>,
    },
    {
      key: "amount",
      header: t("amount"),
      align: "end",
      cell: ({ amount, quantity }) => (
        <>
          {format.krw(amount)}
          <p className="text-muted text-sm">{t("count", { count: quantity })}</p>
        </>
      ),
    },
    {
      key: "createdAt",
      header: t("orderedAt"),
      sort: "createdAt",
      cell: ({ createdAt }) => <Moment at={createdAt} now={now} />,
    },
  ];
}
