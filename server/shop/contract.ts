import { z } from "zod";
import { eventId } from "../catalog/contract.ts";
import { SALE_STATUSES, SEARCH_LENGTH_MAX } from "../catalog/values.ts";
import { dayInSeoul } from "../platform/values/days.ts";
import { VENUE_LENGTH_MAX } from "../platform/values/limits.ts";
import { instantOut, textOf } from "../platform/values/text.ts";
import { PosterView } from "../posters/contract.ts";
import { SHOP_SECTIONS } from "./values.ts";

export const BrowseEvents = z.strictObject({
  section: z.enum(SHOP_SECTIONS),
  /** Beginnings of words of title and venue, or of their Korean initial consonants. */
  search: textOf(SEARCH_LENGTH_MAX).optional(),
  /** The first word of the venue. */
  place: textOf(VENUE_LENGTH_MAX).optional(),
  /** Days in Seoul on which it is played, the first and the last. */
  since: dayInSeoul("start").optional(),
  until: dayInSeoul("end").optional(),
  cursor: z.string().max(500).optional(),
  limit: z.int().min(1).max(48).default(24),
});

/** An event on the shop's first page. */
export const ShopEvent = z.object({
  id: eventId,
  title: z.string(),
  venue: z.string(),
  poster: PosterView.nullable(),
  section: z.enum(SHOP_SECTIONS),
  /** Of the event session by which it is in its section; null where it has no dates yet. */
  startsAt: instantOut.nullable(),
  /** When that one's sale opens or opened. */
  salesOpenAt: instantOut.nullable(),
  saleStatus: z.enum(SALE_STATUSES).nullable(),
  /** Whether all of its event sessions were cancelled. */
  isCancelled: z.boolean(),
  /** The lowest price of its event sessions, in KRW. */
  priceFrom: z.int().nullable(),
});
export type ShopEvent = z.output<typeof ShopEvent>;

export const ShopPage = z.object({ items: z.array(ShopEvent), nextCursor: z.string().nullable() });
