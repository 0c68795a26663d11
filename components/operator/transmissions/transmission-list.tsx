"use client";
import Link from "next/link";
import { useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import type { z } from "zod";
import type { TransmissionListed } from "#server/transmissions/contract.ts";
import { transmissionMachine } from "#server/transmissions/machine.ts";
import { DESTINATIONS } from "#server/transmissions/values.ts";
import { Moment } from "../../clock/moment.tsx";
import { useNow } from "../../clock/use-now.ts";
import { StateBadge } from "../../states/state-badge.tsx";
import { useStateOptions } from "../../states/use-state-name.ts";
import { type Filter, queryOf } from "../../table/address.ts";
import { ListTable } from "../../table/list-table.tsx";
import type { Column } from "../../table/rows.tsx";
import { useTRPC, useTRPCClient } from "../../trpc/client.ts";
import { readFilter } from "./filter.ts";
import { ReplayMatching } from "./replay-matching.tsx";

const EVERY_MS = 5000;

type Row = z.output<typeof TransmissionListed>;

/** What matches, the newest first, and what can be done to all of it. */
export function TransmissionList() {
  const t = useTranslations("transmission");
  const trpc = useTRPC();
  const client = useTRPCClient();
  return (
    <ListTable
      label={t("list")}
      columns={useColumns()}
      filters={useFilters()}
      initialSort="-createdAt"
      rowKey={({ id }) => id}
      queryKey={trpc.transmissions.list.pathKey()}
      read={client.transmissions.list.query}
      everyMs={EVERY_MS}
      download="transmissions"
      empty={{ title: t("empty.title"), body: t("empty.body") }}
      actions={(rows, asked) =>
        asked.status === "DEAD" &&
        rows.length > 0 && <ReplayMatching filter={readFilter({ get: (name) => asked[name] ?? null })} />
      }
    />
  );
}

function useFilters(): Filter[] {
  const t = useTranslations("transmission");
  const tDestination = useTranslations("destination");
  const stateOptions = useStateOptions();
  return [
    {
      kind: "choice",
      name: "status",
      label: t("statusFilter"),
      any: t("anyStatus"),
      options: stateOptions(transmissionMachine),
    },
    {
      kind: "choice",
      name: "destination",
      label: t("destinationFilter"),
      any: t("anyDestination"),
      options: DESTINATIONS.map((value) => ({ value, label: tDestination(value) })),
    },
    { kind: "text", name: "search", label: t("searchFor"), hint: t("searchHint") },
  ];
}

function useColumns(): Column<Row>[] {
  const t = useTranslations("transmission");
  const tDestination = useTranslations("destination");
  const now = useNow(5000);
  // The filter goes along, so that the page of one transmission leads back to the same list.
  const query = queryOf(readFilter(useSearchParams()));
  return [
    {
      key: "type",
      header: t("type"),
      names: true,
      cell: ({ id, type, aggregateId, lastError }) => (
        <>
          <Link href={`/admin/transmissions/${id}${query}`}>{type}</Link>
          <p className="break-all font-mono font-normal text-[0.8125rem] text-muted">{aggregateId}</p>
          {lastError && <p className="line-clamp-2 font-normal text-danger-fg text-sm">{lastError}</p>}
        </>
      ),
    },
    {
      key: "status",
      header: t("statusFilter"),
      cell: ({ status }) => <StateBadge machine={transmissionMachine} state={status} />,
    },
    {
      key: "destination",
      header: t("destinationFilter"),
      cell: ({ destination, retryCount }) => (
        <>
          {tDestination(destination)}
          {retryCount > 0 && (
            <p className="numerals text-muted text-sm">{t("failures", { count: retryCount })}</p>
          )}
        </>
      ),
    },
    {
      key: "createdAt",
      header: t("created"),
      sort: "createdAt",
      cell: ({ createdAt }) => <Moment at={createdAt} now={now} />,
    },
  ];
}
