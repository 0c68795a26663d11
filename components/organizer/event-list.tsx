"use client";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { EventId, ManagedEventRow } from "#server/catalog/contract.ts";
import { SaleBadge } from "../buyer/catalog/sale-badge.tsx";
import { ProblemAlert } from "../errors/problem-alert.tsx";
import { useFormat } from "../i18n/format.ts";
import { PageSkeleton } from "../shell/page-skeleton.tsx";
import { useTRPC, useTRPCClient } from "../trpc/client.ts";
import { Button, LinkButton } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { type Area, hrefsOf } from "./area.ts";
import { EventStatusBadge } from "./event-status-badge.tsx";
import { type EventFilter, queryOf } from "./filter.ts";

const ROWS = 50;
const EVERY_MS = 10_000;

function useEvents(filter: EventFilter) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const input = { ...filter, limit: ROWS };
  return useInfiniteQuery({
    queryKey: [...trpc.catalog.pathKey(), "managed", input],
    queryFn: ({ pageParam: after, signal }) =>
      client.catalog.listManagedEvents.query({ ...input, after }, { signal }),
    initialPageParam: undefined as EventId | undefined,
    getNextPageParam: (page) => (page.length === ROWS ? page.at(-1)?.id : undefined),
    placeholderData: keepPreviousData,
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.pages.length === 1 ? EVERY_MS : false),
  });
}

/** The events that match, the newest first. */
export function EventList({ area, filter }: { area: Area; filter: EventFilter }) {
  const t = useTranslations("organizer");
  const list = useEvents(filter);
  if (!list.data) return list.error ? <ProblemAlert error={list.error} /> : <PageSkeleton shape="list" />;
  const rows = list.data.pages.flat();
  return (
    <div aria-busy={list.isPlaceholderData} className="grid gap-4">
      <p role="status" className="numerals text-muted">
        {t("shown", { count: rows.length })}
      </p>
      <ProblemAlert error={list.error} />
      {rows.length === 0 ? (
        <NoEvents area={area} filter={filter} />
      ) : (
        <ul
          inert={list.isPlaceholderData}
          className="overflow-hidden rounded-lg border border-line bg-surface inert:opacity-50"
        >
          {rows.map((event) => (
            <EventRow key={event.id} area={area} event={event} />
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

function EventRow({ area, event }: { area: Area; event: ManagedEventRow }) {
  const t = useTranslations("organizer");
  const format = useFormat();
  const { id, title, venue, status, saleStatus, nextStartsAt, eventSessionCount } = event;
  return (
    <li className="relative grid gap-x-8 gap-y-3 border-line border-b p-5 last:border-b-0 hover:bg-sunken lg:grid-cols-[minmax(0,1fr)_26rem] lg:items-center">
      <div className="grid min-w-0 gap-1.5">
        <p className="flex flex-wrap gap-2">
          <EventStatusBadge status={status} />
          {status === "PUBLISHED" && saleStatus && <SaleBadge status={saleStatus} />}
        </p>
        <h2 className="font-bold text-lg">
          <Link href={hrefsOf(area).event(id)} className="no-underline after:absolute after:inset-0">
            {title}
          </Link>
        </h2>
        <p className="text-muted">{venue}</p>
      </div>
      <dl className="grid grid-cols-2 gap-x-6">
        <div>
          <dt className="field-name">{t("next")}</dt>
          <dd className="numerals font-semibold">
            {nextStartsAt ? format.date(nextStartsAt) : t("noSession")}
          </dd>
          {eventSessionCount > 1 && (
            <dd className="numerals text-muted text-sm">{t("sessionCount", { count: eventSessionCount })}</dd>
          )}
        </div>
        <div>
          <dt className="field-name">{t("taken")}</dt>
          <dd className="numerals font-semibold">
            {t("takenOf", { taken: event.takenStock, total: event.totalStock })}
          </dd>
          <dd className="text-muted text-sm">{t("takenHint")}</dd>
        </div>
      </dl>
    </li>
  );
}

function NoEvents({ area, filter }: { area: Area; filter: EventFilter }) {
  const t = useTranslations("organizer");
  const { events, newEvent } = hrefsOf(area);
  if (queryOf(filter) === "")
    return (
      <EmptyState title={t("empty.title")} action={<LinkButton href={newEvent}>{t("newEvent")}</LinkButton>}>
        {t("empty.body")}
      </EmptyState>
    );
  return (
    <EmptyState
      title={t("notFound.title")}
      action={
        <LinkButton href={events} look="secondary" scroll={false}>
          {t("notFound.clear")}
        </LinkButton>
      }
    />
  );
}
