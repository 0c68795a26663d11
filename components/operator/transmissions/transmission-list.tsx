"use client";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { TransmissionFilter } from "#server/transmissions/contract.ts";
import { useNow } from "../../clock/use-now.ts";
import { ProblemAlert } from "../../errors/problem-alert.tsx";
import { useTRPC, useTRPCClient } from "../../trpc/client.ts";
import { Button, LinkButton } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { hrefOf, queryOf } from "./filter.ts";
import { ReplayMatching } from "./replay-matching.tsx";
import { TransmissionRow } from "./transmission-row.tsx";

const EVERY_MS = 5000;
const ROWS = 50;

function useTransmissions(filter: TransmissionFilter) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const input = { ...filter, limit: ROWS };
  return useInfiniteQuery({
    queryKey: trpc.transmissions.list.infiniteQueryKey(input),
    // The client is called directly, because generated query options also send `direction`, which is refused.
    queryFn: ({ pageParam: cursor, signal }) =>
      client.transmissions.list.query({ ...input, cursor }, { signal }),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    placeholderData: keepPreviousData,
    staleTime: 0,
    // A reader who has loaded more pages keeps a list that does not change.
    refetchInterval: ({ state }) => (state.data?.pages.length === 1 ? EVERY_MS : false),
  });
}

/** What matches, the newest first, and what can be done to all of it. */
export function TransmissionList({ filter }: { filter: TransmissionFilter }) {
  const t = useTranslations("transmission");
  const now = useNow(5000);
  const list = useTransmissions(filter);
  if (!list.data) return list.error ? <ProblemAlert error={list.error} /> : <ListSkeleton />;
  const rows = list.data.pages.flatMap(({ items }) => items);
  return (
    <div aria-busy={list.isPlaceholderData} className="grid gap-4">
      <div className="flex min-h-touch flex-wrap items-center justify-between gap-2">
        <p role="status" className="numerals text-muted">
          {t("shown", { count: rows.length })}
        </p>
        {filter.status === "DEAD" && rows.length > 0 && <ReplayMatching filter={filter} />}
      </div>
      <ProblemAlert error={list.error} />
      {rows.length === 0 ? (
        <NothingFound filter={filter} />
      ) : (
        // Rows of the previous filter stay, inert, until the new ones arrive.
        <ul
          inert={list.isPlaceholderData}
          className="overflow-hidden rounded-lg border border-line bg-surface inert:opacity-50"
        >
          {rows.map((row) => (
            <TransmissionRow key={row.id} transmission={row} now={now} query={queryOf(filter)} />
          ))}
        </ul>
      )}
      {list.hasNextPage && (
        <Button
          look="secondary"
          className="justify-self-center"
          pending={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {t("more")}
        </Button>
      )}
    </div>
  );
}

function NothingFound({ filter }: { filter: TransmissionFilter }) {
  const t = useTranslations("transmission");
  if (queryOf(filter) === "")
    return <EmptyState title={t("empty.nothing")}>{t("empty.nothingBody")}</EmptyState>;
  return (
    <EmptyState
      title={t("empty.title")}
      action={
        <LinkButton href={hrefOf({})} look="secondary" scroll={false}>
          {t("clear")}
        </LinkButton>
      }
    >
      {filter.search && t("empty.body")}
    </EmptyState>
  );
}

function ListSkeleton() {
  const t = useTranslations("shell");
  return (
    <div role="status" className="grid gap-4">
      <span className="sr-only">{t("loading")}</span>
      <Skeleton className="h-touch w-32" />
      <Skeleton className="h-120 rounded-lg" />
    </div>
  );
}
