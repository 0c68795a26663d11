import type { z } from "zod";
import type { BrowseEvents } from "#server/shop/contract.ts";
import { SHOP_SECTIONS, type ShopSection } from "#server/shop/values.ts";

/** What the address of the first page asks for; each part is left out where it is not asked for. */
export interface Wanted {
  readonly section?: ShopSection | undefined;
  readonly q?: string | undefined;
  readonly place?: string | undefined;
  /** The first and the last day in Seoul, as `2026-12-24`. */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly cursor?: string | undefined;
}

const NAMES = ["section", "q", "place", "from", "until", "cursor"] as const;

/** The address of the first page that asks for this. */
export function hrefOf(wanted: Wanted): string {
  const query = new URLSearchParams(
    NAMES.flatMap((name) => (wanted[name] ? [[name, wanted[name]] as [string, string]] : [])),
  );
  return query.size > 0 ? `/?${query}` : "/";
}

export const isFiltered = ({ q, place, from, until }: Wanted): boolean =>
  [q, place, from, until].some((part) => part !== undefined);

type Ask = z.input<typeof BrowseEvents>;

/** Events of each section on the first page, and on a page of one section. */
const FEW = 8;
const MANY = 24;

/** The event that opens next is the first of these. */
export const NEXT_OPENING: Ask = { section: "OPENING", limit: FEW };

/** What is asked of each list that the page shows. */
export function asksOf({ section: only, q: search, place, from: since, until, cursor }: Wanted): Ask[] {
  const filter = { search, place, since, until };
  return only
    ? [{ section: only, ...filter, cursor, limit: MANY }]
    : SHOP_SECTIONS.map((section) => ({ section, ...filter, limit: FEW }));
}

const DAY_MS = 86_400_000;
const SEOUL_AHEAD_MS = 9 * 3_600_000;

export const DAYS = ["today", "weekend", "month"] as const;

/** The first and the last day of what people call so, in Seoul. On a Sunday the weekend is that day alone. */
export function daysOf(name: (typeof DAYS)[number], now: number): { from: string; until: string } {
  const seoul = new Date(now + SEOUL_AHEAD_MS);
  const day = (ahead: number) => new Date(seoul.getTime() + ahead * DAY_MS).toISOString().slice(0, 10);
  const weekday = seoul.getUTCDay();
  switch (name) {
    case "today":
      return { from: day(0), until: day(0) };
    case "weekend":
      return weekday === 0
        ? { from: day(0), until: day(0) }
        : { from: day(6 - weekday), until: day(7 - weekday) };
    case "month": {
      const last = new Date(Date.UTC(seoul.getUTCFullYear(), seoul.getUTCMonth() + 1, 0));
      return { from: day(0), until: last.toISOString().slice(0, 10) };
    }
  }
}
