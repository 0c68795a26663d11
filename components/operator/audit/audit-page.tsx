"use client";
import type { inferRouterOutputs } from "@trpc/server";
import { ListFilter } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { AppRouter } from "#server/router.ts";
import { Moment } from "../../clock/moment.tsx";
import { useNow } from "../../clock/use-now.ts";
import { type Filter, queryOf } from "../../table/address.ts";
import { ListTable } from "../../table/list-table.tsx";
import type { Column } from "../../table/rows.tsx";
import { useTRPC, useTRPCClient } from "../../trpc/client.ts";
import { PageHeader } from "../../ui/page-header.tsx";
import { IdLink } from "../shell/id-link.tsx";
import { SealCard } from "./seal-card.tsx";

const EVERY_MS = 10_000;

type Row = inferRouterOutputs<AppRouter>["reports"]["audit"]["items"][number];

/** The audit log, searched by who, what, whom, when and under which trace, and whether it is as it was sealed. */
export function AuditPage() {
  const t = useTranslations("audit");
  const trpc = useTRPC();
  const client = useTRPCClient();
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <SealCard />
      <ListTable
        label={t("list")}
        columns={useColumns()}
        filters={useFilters()}
        initialSort="-at"
        rowKey={({ seq }) => String(seq)}
        queryKey={trpc.reports.audit.pathKey()}
        read={client.reports.audit.query}
        everyMs={EVERY_MS}
        download="audit"
        empty={{ title: t("empty.title"), body: t("empty.body") }}
      />
    </>
  );
}

function useFilters(): Filter[] {
  const t = useTranslations("audit");
  return [
    { kind: "text", name: "actor", label: t("actor"), hint: t("actorHint") },
    { kind: "text", name: "action", label: t("action"), hint: t("actionHint") },
    { kind: "text", name: "target", label: t("target"), hint: t("targetHint") },
    { kind: "text", name: "trace", label: t("trace") },
    { kind: "day", name: "since", label: t("since") },
    { kind: "day", name: "until", label: t("until") },
  ];
}

function useColumns(): Column<Row>[] {
  const t = useTranslations("audit");
  const now = useNow(5000);
  return [
    {
      key: "action",
      header: t("action"),
      names: true,
      cell: ({ action, outcome }) => (
        <>
          <span className="break-all">{action}</span> <Only name="action" value={action} />
          <p className="font-normal text-muted text-sm">
            {outcome === "ok" ? t("ok") : t("refused", { reason: outcome })}
          </p>
        </>
      ),
    },
    { key: "at", header: t("when"), sort: "at", cell: ({ at }) => <Moment at={at} now={now} /> },
    { key: "actor", header: t("actor"), cell: (row) => <Actor row={row} /> },
    {
      key: "target",
      header: t("target"),
      cell: ({ target }) =>
        target && (
          <span>
            <IdLink id={target} /> <Only name="target" value={target} />
          </span>
        ),
    },
    {
      key: "detail",
      header: t("detail"),
      cell: ({ meta, traceId }) => (
        <div className="grid min-w-0 gap-1">
          {meta && <code className="break-all text-[0.8125rem]">{meta}</code>}
          <span>
            <span className="break-all font-mono text-[0.8125rem] text-muted">{traceId}</span>{" "}
            <Only name="trace" value={traceId} />
          </span>
        </div>
      ),
    },
  ];
}

function Actor({ row: { actorKind, actorId, email } }: { row: Row }) {
  const t = useTranslations("audit");
  if (!actorId) return t("anonymous");
  return (
    <span>
      {email && <span className="break-all">{email} </span>}
      {actorKind === "system" && `${t("system")} · `}
      <IdLink id={actorId} /> <Only name="actor" value={actorId} />
    </span>
  );
}

/** Leads to the records that have this in common. */
function Only({ name, value }: { name: "actor" | "action" | "target" | "trace"; value: string }) {
  const label = useTranslations("audit")("more", { what: value });
  return (
    <Link
      href={`/admin/audit${queryOf({ [name]: value })}`}
      aria-label={label}
      title={label}
      className="inline-flex size-6 items-center justify-center align-middle text-muted"
    >
      <ListFilter className="size-4" aria-hidden="true" />
    </Link>
  );
}
