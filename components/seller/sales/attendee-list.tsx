"use client";
import type { inferRouterOutputs } from "@trpc/server";
import { useTranslations } from "next-intl";
import type { EventSessionId } from "#server/catalog/contract.ts";
import type { AppRouter } from "#server/router.ts";
import { useFormat } from "../../i18n/format.ts";
import type { Filter } from "../../table/address.ts";
import { ListTable } from "../../table/list-table.tsx";
import type { Column } from "../../table/rows.tsx";
import { useTRPC, useTRPCClient } from "../../trpc/client.ts";
import { Badge } from "../../ui/badge.tsx";
import type { Tone } from "../../ui/tone.ts";

const EVERY_MS = 10_000;

type Row = inferRouterOutputs<AppRouter>["reports"]["attendees"]["items"][number];

const tones: Record<Row["status"], Tone> = { VALID: "info", USED: "success", VOID: "neutral" };

/** The tickets of one event session, to be searched at the door and taken along as a file. */
export function AttendeeList({ eventSessionId }: { eventSessionId: EventSessionId }) {
  const t = useTranslations("sellerSales");
  const trpc = useTRPC();
  const client = useTRPCClient();
  return (
    <section aria-labelledby="attendees" className="grid min-w-0 gap-4">
      <div className="grid gap-1">
        <h2 id="attendees" className="font-bold text-2xl">
          {t("attendees")}
        </h2>
        <p className="text-muted">{t("attendeesLead")}</p>
      </div>
      <ListTable
        label={t("attendees")}
        columns={useColumns()}
        filters={useFilters()}
        initialSort="-issuedAt"
        rowKey={({ ticketId }) => ticketId}
        queryKey={trpc.reports.attendees.pathKey()}
        read={client.reports.attendees.query}
        fixed={{ session: eventSessionId }}
        everyMs={EVERY_MS}
        download="attendees"
        empty={{ title: t("noAttendees.title"), body: t("noAttendees.body") }}
      />
    </section>
  );
}

function useFilters(): Filter[] {
  const t = useTranslations("sellerSales");
  return [
    { kind: "text", name: "search", label: t("search"), hint: t("searchHint") },
    {
      kind: "choice",
      name: "status",
      label: t("status"),
      any: t("anyStatus"),
      options: (["VALID", "USED", "VOID"] as const).map((value) => ({
        value,
        label: t(`statuses.${value}`),
      })),
    },
  ];
}

function useColumns(): Column<Row>[] {
  const t = useTranslations("sellerSales");
  const format = useFormat();
  return [
    {
      key: "order",
      header: t("order"),
      names: true,
      cell: ({ orderNumber, ticketNumber, seat }) => (
        <span className="numerals">
          {orderNumber} · {t("ticketNumber", { number: ticketNumber })}
          {seat && ` · ${t("seat")} ${seat}`}
        </span>
      ),
    },
    { key: "buyer", header: t("buyer"), cell: ({ buyer }) => <span className="break-all">{buyer}</span> },
    {
      key: "status",
      header: t("status"),
      cell: ({ status }) => <Badge tone={tones[status]}>{t(`statuses.${status}`)}</Badge>,
    },
    {
      key: "issuedAt",
      header: t("issuedAt"),
      sort: "issuedAt",
      cell: ({ issuedAt }) => <time dateTime={issuedAt}>{format.date(issuedAt)}</time>,
    },
    {
      key: "usedAt",
      header: t("usedAt"),
      cell: ({ usedAt, usedWhere }) =>
        usedAt &&
        (usedWhere ? t("usedIn", { at: format.date(usedAt), where: usedWhere }) : format.date(usedAt)),
    },
  ];
}
