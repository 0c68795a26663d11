"use client";
import type { inferRouterOutputs } from "@trpc/server";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { personMachine } from "#server/auth/machine.ts";
import type { AppRouter } from "#server/router.ts";
import { Moment } from "../../clock/moment.tsx";
import { useNow } from "../../clock/use-now.ts";
import { StateBadge } from "../../states/state-badge.tsx";
import { useStateOptions } from "../../states/use-state-name.ts";
import type { Filter } from "../../table/address.ts";
import { ListTable } from "../../table/list-table.tsx";
import type { Column } from "../../table/rows.tsx";
import { useTRPC, useTRPCClient } from "../../trpc/client.ts";
import { PageHeader } from "../../ui/page-header.tsx";
import { ROLES } from "./roles.ts";

const EVERY_MS = 10_000;

type Row = inferRouterOutputs<AppRouter>["reports"]["people"]["items"][number];

/** Everyone who has an account, found by e-mail, id, state or role. */
export function PeoplePage() {
  const t = useTranslations("person");
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
        queryKey={trpc.reports.people.pathKey()}
        read={client.reports.people.query}
        everyMs={EVERY_MS}
        download="people"
        empty={{ title: t("empty.title"), body: t("empty.body") }}
      />
    </>
  );
}

function useFilters(): Filter[] {
  const t = useTranslations("person");
  const stateOptions = useStateOptions();
  return [
    { kind: "text", name: "search", label: t("search"), hint: t("searchHint") },
    {
      kind: "choice",
      name: "state",
      label: t("state"),
      any: t("anyState"),
      options: stateOptions(personMachine),
    },
    {
      kind: "choice",
      name: "role",
      label: t("role"),
      any: t("anyRole"),
      options: ROLES.map((value) => ({ value, label: t(`roles.${value}`) })),
    },
  ];
}

function useColumns(): Column<Row>[] {
  const t = useTranslations("person");
  const now = useNow(5000);
  return [
    {
      key: "person",
      header: t("email"),
      names: true,
      cell: ({ id, email }) => (
        <>
          <Link href={`/admin/people/${id}`} className="break-all">
            {email}
          </Link>
          <p className="break-all font-mono font-normal text-[0.8125rem] text-muted">{id}</p>
        </>
      ),
    },
    {
      key: "state",
      header: t("state"),
      cell: ({ state }) => <StateBadge machine={personMachine} state={state} />,
    },
    { key: "role", header: t("role"), cell: ({ role }) => t(`roles.${role}`) },
    {
      key: "createdAt",
      header: t("joinedAt"),
      sort: "createdAt",
      cell: ({ createdAt }) => <Moment at={createdAt} now={now} />,
    },
  ];
}
