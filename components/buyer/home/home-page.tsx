"use client";
import { keepPreviousData, useQueries, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useCallback, useState } from "react";
import type { ShopSection } from "#server/shop/values.ts";
import { ProblemAlert } from "../../errors/problem-alert.tsx";
import { useTRPC } from "../../trpc/client.ts";
import { LinkButton } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { EventSection } from "./event-section.tsx";
import { FindBar } from "./find-bar.tsx";
import { OpeningHero } from "./opening-hero.tsx";
import { asksOf, hrefOf, isFiltered, NEXT_OPENING, type Wanted } from "./wanted.ts";

interface HomePageProps {
  /** What the address asks for. */
  wanted: Wanted;
  places: readonly string[];
  /** When it was drawn, by the server's clock. */
  now: number;
}

/** Sections that say so where they are empty; the others are left out of the first page. */
const ALWAYS: readonly ShopSection[] = ["ON_SALE", "OPENING"];

/** The lists stay as they were drawn until another is asked for: a page that many have open asks for nothing by itself. */
const AS_DRAWN = { staleTime: Number.POSITIVE_INFINITY, placeholderData: keepPreviousData } as const;

/** The shop's first page: the next opening, and the events of each section, or those that are looked for. */
export function HomePage({ wanted: first, places, now }: HomePageProps) {
  const t = useTranslations("home");
  const [wanted, setWanted] = useState(first);
  const { lists, hero, isReading, error, readAgain } = useLists(wanted);
  const isPlain = !wanted.section && !isFiltered(wanted);
  const want = (next: Wanted) => {
    history.replaceState(history.state, "", hrefOf(next));
    setWanted(next);
  };
  return (
    <div className="grid gap-10">
      <h1 className="sr-only">{t("title")}</h1>
      {isPlain && hero?.salesOpenAt && (
        <OpeningHero event={hero} opensAt={hero.salesOpenAt} now={now} onOpen={readAgain} />
      )}
      <FindBar {...{ wanted, places, now, isReading }} onWant={want} />
      <ProblemAlert error={error} />
      {lists ? <Lists {...{ wanted, lists, now, isPlain }} /> : !error && <Skeleton className="h-96" />}
    </div>
  );
}

function useLists(wanted: Wanted) {
  const { browseEvents } = useTRPC().shop;
  const queryClient = useQueryClient();
  const next = useQuery(browseEvents.queryOptions(NEXT_OPENING, AS_DRAWN));
  const asks = asksOf(wanted);
  const asked = useQueries({ queries: asks.map((ask) => browseEvents.queryOptions(ask, AS_DRAWN)) });
  const lists = asks.flatMap(({ section }, index) => {
    const data = asked[index]?.data;
    return data ? [{ section, ...data }] : [];
  });
  return {
    lists: lists.length === asks.length ? lists : undefined,
    hero: next.data?.items[0],
    isReading: asked.some(({ isPlaceholderData }) => isPlaceholderData),
    error: asked.find(({ error }) => error)?.error,
    readAgain: useCallback(
      () => void queryClient.invalidateQueries({ queryKey: browseEvents.pathKey() }),
      [queryClient, browseEvents],
    ),
  };
}

interface ListsProps {
  wanted: Wanted;
  lists: NonNullable<ReturnType<typeof useLists>["lists"]>;
  now: number;
  isPlain: boolean;
}

function Lists({ wanted, lists, now, isPlain }: ListsProps) {
  const t = useTranslations("home.none");
  if (isFiltered(wanted) && lists.every(({ items }) => items.length === 0))
    return (
      <EmptyState
        title={t("title")}
        action={
          <LinkButton href={hrefOf({ section: wanted.section })} look="secondary">
            {t("action")}
          </LinkButton>
        }
      >
        {t("body")}
      </EmptyState>
    );
  return lists
    .filter(
      ({ section, items }) => items.length > 0 || wanted.section || (isPlain && ALWAYS.includes(section)),
    )
    .map(({ section, items, nextCursor }, index) => (
      <EventSection
        key={section}
        isFirst={index === 0}
        events={items}
        {...{ section, wanted, nextCursor, now }}
      />
    ));
}
