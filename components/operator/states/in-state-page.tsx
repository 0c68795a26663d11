"use client";
import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { holdMachine } from "#server/holds/machine.ts";
import { integrationSessionMachine } from "#server/integration/machine.ts";
import { paymentMachine } from "#server/payments/machine.ts";
import { Moment } from "../../clock/moment.tsx";
import { useNow } from "../../clock/use-now.ts";
import { StateBadge } from "../../states/state-badge.tsx";
import { useStateName, useStateOptions } from "../../states/use-state-name.ts";
import { ListTable } from "../../table/list-table.tsx";
import type { Column } from "../../table/rows.tsx";
import { useTRPC, useTRPCClient } from "../../trpc/client.ts";
import { LinkButton } from "../../ui/button.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { IdLink } from "../shell/id-link.tsx";

/** The machines whose things are listed here; those of the others have a page of their own. */
export type ListedMachine = "payment" | "hold" | "integrationSession";

const MACHINES = {
  payment: paymentMachine,
  hold: holdMachine,
  integrationSession: integrationSessionMachine,
} as const;

interface Row {
  readonly id: string;
  readonly state: string;
  readonly email: string;
  readonly createdAt: string;
  readonly orderId: string | null;
}

/** The things of a machine that are in one state, the newest first. */
export function InStatePage({ machine: name }: { machine: ListedMachine }) {
  const t = useTranslations("states");
  const machine = MACHINES[name];
  const nameState = useStateName();
  const stateOptions = useStateOptions();
  const { queryKey, read } = useList(name);
  const options = stateOptions(machine as typeof holdMachine).filter(
    ({ value }) => value !== machine.initial,
  );
  return (
    <>
      <LinkButton href="/admin/states" look="quiet" className="-mb-4 -ml-4 justify-self-start text-muted">
        <ArrowLeft aria-hidden="true" /> {t("list.back")}
      </LinkButton>
      <PageHeader title={t("list.title", { machine: t(`machines.${name}`) })} />
      <ListTable
        label={t("list.title", { machine: t(`machines.${name}`) })}
        columns={useColumns(name)}
        filters={[
          {
            kind: "choice",
            name: "state",
            label: t("state"),
            any: nameState(machine as typeof holdMachine, machine.initial as "ACTIVE"),
            options,
          },
        ]}
        initialSort="-createdAt"
        rowKey={({ id }) => id}
        queryKey={queryKey}
        read={read}
        empty={{ title: t("list.empty") }}
      />
    </>
  );
}

type Read = (
  input: object,
  options: { signal: AbortSignal },
) => Promise<{ items: readonly Row[]; nextCursor: string | null }>;

function useList(name: ListedMachine) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const lists = {
    payment: { queryKey: trpc.reports.payments.pathKey(), read: client.reports.payments.query as Read },
    hold: { queryKey: trpc.reports.holds.pathKey(), read: client.reports.holds.query as Read },
    integrationSession: {
      queryKey: trpc.reports.integrationSessions.pathKey(),
      read: client.reports.integrationSessions.query as Read,
    },
  };
  return lists[name];
}

function useColumns(name: ListedMachine): Column<Row>[] {
  const t = useTranslations("states.list");
  const tStates = useTranslations("states");
  const now = useNow(5000);
  const machine = MACHINES[name] as typeof holdMachine;
  return [
    {
      key: "thing",
      header: t("thing"),
      names: true,
      cell: ({ id, orderId }) =>
        orderId ? (
          <Link href={`/admin/orders/${orderId}`} className="break-all font-mono text-[0.8125rem]">
            {id}
          </Link>
        ) : (
          <IdLink id={id} />
        ),
    },
    {
      key: "state",
      header: tStates("state"),
      cell: ({ state }) => <StateBadge machine={machine} state={state as "ACTIVE"} />,
    },
    { key: "email", header: t("buyer"), cell: ({ email }) => <span className="break-all">{email}</span> },
    {
      key: "createdAt",
      header: t("madeAt"),
      sort: "createdAt",
      cell: ({ createdAt }) => <Moment at={createdAt} now={now} />,
    },
  ];
}
