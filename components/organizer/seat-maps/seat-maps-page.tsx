"use client";
import type { inferRouterOutputs } from "@trpc/server";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { AppRouter } from "#server/router.ts";
import { Moment } from "../../clock/moment.tsx";
import { useNow } from "../../clock/use-now.ts";
import { useFormat } from "../../i18n/format.ts";
import { ListTable } from "../../table/list-table.tsx";
import type { Column } from "../../table/rows.tsx";
import { useTRPC, useTRPCClient } from "../../trpc/client.ts";
import { PageHeader } from "../../ui/page-header.tsx";
import { type Area, hrefsOf } from "../area.ts";
import { NewSeatMap } from "./new-seat-map.tsx";
import { RemoveSeatMap } from "./remove-seat-map.tsx";

type Row = inferRouterOutputs<AppRouter>["seatMaps"]["list"]["items"][number];

/** The seat maps of a seller, or all of them to the operators. */
export function SeatMapsPage({ area }: { area: Area }) {
  const t = useTranslations("seatMaps");
  const trpc = useTRPC();
  const client = useTRPCClient();
  return (
    <>
      <PageHeader title={t("title")} lead={t(`lead.${area}`)} actions={<NewSeatMap area={area} />} />
      <ListTable
        label={t("list")}
        columns={useColumns(area)}
        filters={[{ kind: "text", name: "search", label: t("search"), hint: t("searchHint") }]}
        initialSort="-updatedAt"
        rowKey={({ id }) => id}
        queryKey={trpc.seatMaps.list.pathKey()}
        read={client.seatMaps.list.query}
        empty={{ title: t("empty.title"), body: t("empty.body") }}
      />
    </>
  );
}

function useColumns(area: Area): Column<Row>[] {
  const t = useTranslations("seatMaps");
  const format = useFormat();
  const now = useNow(5000);
  return [
    {
      key: "name",
      header: t("name"),
      names: true,
      cell: ({ id, name }) => (
        <Link href={hrefsOf(area).seatMap(id)} className="wrap-anywhere">
          {name}
        </Link>
      ),
    },
    { key: "venue", header: t("venue"), cell: ({ venue }) => <span className="wrap-anywhere">{venue}</span> },
    {
      key: "seatCount",
      header: t("seats"),
      align: "end",
      cell: ({ seatCount }) => format.number(seatCount),
    },
    {
      key: "updatedAt",
      header: t("updatedAt"),
      sort: "updatedAt",
      cell: ({ updatedAt }) => <Moment at={updatedAt} now={now} />,
    },
    {
      key: "remove",
      header: t("manage"),
      cell: (seatMap) => <RemoveSeatMap seatMap={seatMap} />,
    },
  ];
}
