import { z } from "zod";
import { type EventId, eventId } from "../catalog/contract.ts";
import { decodeCursor, encodeCursor } from "../platform/database/keyset.ts";
import { anyone } from "../platform/operation/allow.ts";
import { defineQuery } from "../platform/operation/command.ts";
import type { AppContext } from "../platform/operation/context.ts";
import { platformErrors } from "../platform/operation/errors.ts";
import { viewPoster } from "../posters/queries.ts";
import { keptAnswer } from "./answers.store.ts";
import { BrowseEvents, type ShopEvent, ShopPage } from "./contract.ts";
import { searchOf } from "./search.policy.ts";
import { findPlaces, findShopEvents, findUndatedEvents, type Place, type Wanted } from "./store.ts";
import { SHOP_SECTIONS, type ShopSection } from "./values.ts";

/** Places that can be chosen. */
const PLACES_MAX = 30;

type Row = z.input<typeof ShopEvent>;

export const browseEvents = defineQuery({
  id: "shop.browse-events",
  summary:
    "A page of a section of the shop: on sale and sold out by start, opening by when it opens, over by start, the last first.",
  allow: anyone,
  input: BrowseEvents,
  output: ShopPage,
  run: async (ctx, { cursor, search, ...wanted }) => {
    const query = search === undefined ? undefined : searchOf(search);
    const after = cursor === undefined ? undefined : placeOf(wanted.section, cursor);
    // Signs that are no words find nothing, and not everything.
    if (search !== undefined && query === undefined) return { items: [], nextCursor: null };
    const asked = { ...wanted, ...{ search: query, place: wanted.place, after } };
    return keptAnswer(ctx, JSON.stringify(asked), (now) =>
      readPage(ctx, { ...asked, ...{ since: wanted.since, until: wanted.until, now } }),
    );
  },
});

export const listPlaces = defineQuery({
  id: "shop.list-places",
  summary: "The first words of the venues of published events, in order: 서울, 부산.",
  allow: anyone,
  input: z.strictObject({}),
  output: z.array(z.string()),
  run: (ctx) => keptAnswer(ctx, "places", () => findPlaces(ctx, PLACES_MAX)),
});

const SALE_STATUS = { ON_SALE: "OPEN", OPENING: "SCHEDULED", SOLD_OUT: "SOLDOUT", OVER: "CLOSED" } as const;

async function readPage(ctx: AppContext, wanted: Wanted) {
  const { section, limit, after } = wanted;
  // One more than is shown tells whether there are others.
  const asked = { ...wanted, limit: limit + 1 };
  const isAmongUndated = after?.at === null;
  const dated = isAmongUndated ? [] : await findShopEvents(ctx, asked);
  const rows: Row[] = dated.map(({ poster, ...event }) => ({
    ...event,
    ...{ section, saleStatus: SALE_STATUS[section], poster: poster && viewPoster(poster) },
  }));
  const hasUndated = section === "OPENING" && !wanted.since && !wanted.until;
  if (hasUndated && rows.length <= limit) {
    const undated = await findUndatedEvents(ctx, { ...asked, limit: limit + 1 - rows.length });
    rows.push(...undated.map((event) => viewUndated(event)));
  }
  const items = rows.slice(0, limit);
  return { items, nextCursor: rows.length > limit ? cursorAfter(section, items.at(-1)) : null };
}

const viewUndated = ({ poster, ...event }: Awaited<ReturnType<typeof findUndatedEvents>>[number]): Row => ({
  ...event,
  ...{ poster: poster && viewPoster(poster), section: "OPENING", isCancelled: false },
  ...{ startsAt: null, salesOpenAt: null, saleStatus: null, priceFrom: null },
});

const Cursor = z.tuple([z.enum(SHOP_SECTIONS), z.iso.datetime().nullable(), eventId]);

function cursorAfter(section: ShopSection, last: Row | undefined): string | null {
  if (!last) return null;
  const at = section === "OPENING" ? last.salesOpenAt : last.startsAt;
  return encodeCursor([section, at?.toISOString() ?? null, last.id]);
}

function placeOf(section: ShopSection, cursor: string): Place {
  const parsed = Cursor.safeParse(decodeCursor(cursor));
  if (!parsed.success || parsed.data[0] !== section)
    throw platformErrors.invalid_argument({ path: "cursor", problem: "not of this list" });
  const [, at, id] = parsed.data;
  return { at: at === null ? null : new Date(at), id: id as EventId };
}
