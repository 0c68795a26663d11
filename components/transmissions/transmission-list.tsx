"use client";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { TransmissionFilter } from "#server/transmissions/contract.ts";
import { ProblemAlert } from "../errors/problem-alert.tsx";
import { PageSkeleton } from "../shell/page-skeleton.tsx";
import { useTRPC, useTRPCClient } from "../trpc/client.ts";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { TransmissionRow } from "./transmission-row.tsx";

const REFRESH_MS = 3000;
const PAGE_SIZE = 25;

/** The transmissions that match, the newest first, kept fresh. */
export function TransmissionList({ filter }: { filter: TransmissionFilter }) {
  const t = useTranslations("transmission");
  const trpc = useTRPC();
  const client = useTRPCClient();
  const input = { ...filter, limit: PAGE_SIZE };
  // By hand, since the ready-made options send a direction along, which the call knows nothing of.
  const query = useInfiniteQuery({
    queryKey: [...trpc.transmissions.list.queryKey(input), "pages"],
    queryFn: ({ pageParam: cursor, signal }) =>
      client.transmissions.list.query({ ...input, cursor }, { signal }),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    refetchInterval: REFRESH_MS,
  });
  if (!query.data) return query.error ? <ProblemAlert error={query.error} /> : <PageSkeleton />;
  const rows = query.data.pages.flatMap(({ items }) => items);
  if (rows.length === 0) return <EmptyState title={t("none")}>{t("noneBody")}</EmptyState>;
  return (
    <>
      <ul className="overflow-hidden rounded-lg border border-line bg-surface" aria-label={t("title")}>
        {rows.map((row) => (
          <TransmissionRow key={row.id} {...row} />
        ))}
      </ul>
      {query.hasNextPage && (
        <Button
          look="secondary"
          pending={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {t("more")}
        </Button>
      )}
    </>
  );
}
