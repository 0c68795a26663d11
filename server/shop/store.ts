import { and, asc, desc, eq, gte, lt, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { eventSessions, events, stock } from "#db/schema/catalog.ts";
import { posters } from "#db/schema/posters.ts";
import type { EventId } from "../catalog/contract.ts";
import type { AppContext } from "../platform/operation/context.ts";
import type { ShopSection } from "./values.ts";

/** Where a page begins: the sort value and the id of the last event before it. */
export interface Place {
  /** Null among the events without dates. */
  readonly at: Date | null;
  readonly id: EventId;
}

export interface Wanted {
  readonly section: ShopSection;
  /** A `tsquery`. */
  readonly search: string | undefined;
  /** The first word of the venue. */
  readonly place: string | undefined;
  /** Event sessions that start at or after, and before. */
  readonly since: Date | undefined;
  readonly until: Date | undefined;
  readonly after: Place | undefined;
  readonly limit: number;
  readonly now: Date;
}

const other = alias(eventSessions, "other");
const otherStock = alias(stock, "other_stock");
type Sessions = typeof eventSessions | typeof other;
type Stock = typeof stock | typeof otherStock;

const moment = (at: Date) => sql`${at.toISOString()}::timestamptz`;

const isOffered = (session: Sessions, now: Date) => sql`(${session.salesOverride} = 'OPEN'
  or (${session.salesOverride} is null and ${session.salesOpenAt} <= ${moment(now)}
    and ${session.salesCloseAt} > ${moment(now)}))`;

/** What `saleStatusOf` (server/catalog/policy.ts) decides about a published event session that was not cancelled, in SQL. */
const hasStatus = {
  OPEN: (session: Sessions, left: Stock, now: Date) =>
    sql`(${isOffered(session, now)} and ${left.remaining} > 0 and ${left.withheldAt} is null)`,
  SCHEDULED: (session: Sessions, _: Stock, now: Date) =>
    sql`(${session.salesOverride} is null and ${session.salesOpenAt} > ${moment(now)})`,
  SOLDOUT: (session: Sessions, left: Stock, now: Date) =>
    sql`(${isOffered(session, now)} and (${left.remaining} = 0 or ${left.withheldAt} is not null))`,
};

/** A sale that someone opened by hand and forgot keeps an event on the first page for a day after its start. */
const isCurrent = (session: Sessions, now: Date) =>
  sql`(${session.cancelledAt} is null and ${session.startsAt} > ${moment(now)} - interval '1 day')`;

const isWithin = (session: Sessions, { since, until }: Wanted) =>
  and(since && gte(session.startsAt, since), until && lt(session.startsAt, until));

/** The statuses of event sessions that put their event into an earlier section, and the one that each section is of. */
const STATUS = { ON_SALE: "OPEN", OPENING: "SCHEDULED", SOLD_OUT: "SOLDOUT" } as const;
const EARLIER = { ON_SALE: [], OPENING: ["OPEN"], SOLD_OUT: ["OPEN", "SCHEDULED"] } as const;

/**
 * It is looked up for one event at a time until a page is full, and so is no join; and Postgres takes `not` for as likely as
 * not, and so does not expect to read all events for a page.
 */
const hasNoOther = (ctx: AppContext, condition: SQL | undefined) =>
  sql`not coalesce((${ctx.db
    .select({ found: sql`true` })
    .from(other)
    .innerJoin(otherStock, eq(otherStock.eventSessionId, other.id))
    .where(and(eq(other.eventId, eventSessions.eventId), condition))
    .limit(1)}), false)`;

const oneOf = (conditions: readonly SQL[]) => sql`(${sql.join([...conditions], sql` or `)})`;

/**
 * The one event session by which its event is in the section: the first to start or to open, of those that are over the
 * last one.
 */
function isIn(ctx: AppContext, wanted: Wanted): SQL | undefined {
  const { section, now } = wanted;
  const has = (status: keyof typeof hasStatus) => hasStatus[status](other, otherStock, now);
  const isRival = and(isCurrent(other, now), isWithin(other, wanted));
  const behind = (than: "<" | ">", column: "startsAt" | "salesOpenAt") =>
    sql`(${other[column]}, ${other.id}) ${sql.raw(than)} (${eventSessions[column]}, ${eventSessions.id})`;
  if (section === "OVER")
    return and(
      hasNoOther(ctx, and(isRival, oneOf([has("OPEN"), has("SCHEDULED"), has("SOLDOUT")]))),
      hasNoOther(ctx, and(isWithin(other, wanted), behind(">", "startsAt"))),
    );
  const status = STATUS[section];
  const sooner = sql`(${has(status)} and ${behind("<", sortOf(section))})`;
  return and(
    isCurrent(eventSessions, now),
    hasStatus[status](eventSessions, stock, now),
    hasNoOther(ctx, and(isRival, oneOf([sooner, ...EARLIER[section].map(has)]))),
  );
}

const sortOf = (section: ShopSection) => (section === "OPENING" ? "salesOpenAt" : "startsAt");

/** `offset` keeps the search by itself: beside other conditions Postgres might make the words of each event to compare them. */
const isFound = (search: string) => sql`${events.id} in (
  select id from events where status = 'PUBLISHED' and event_search(title, venue) @@ ${search}::tsquery offset 0)`;

/** Which published events are meant. */
const isWanted = ({ search, place }: Wanted) =>
  and(
    eq(events.status, "PUBLISHED"),
    search ? isFound(search) : undefined,
    place ? sql`split_part(${events.venue}, ' ', 1) = ${place}` : undefined,
  );

const posterColumns = {
  ...{ id: posters.id, alt: posters.alt, width: posters.width, height: posters.height, files: posters.files },
};
const eventColumns = { id: events.id, title: events.title, venue: events.venue, poster: posterColumns };

/** Events of a section with dates, a page of them, in the section's order. */
export function findShopEvents(ctx: AppContext, wanted: Wanted) {
  const { section, after, limit } = wanted;
  const column = eventSessions[sortOf(section)];
  const isDown = section === "OVER";
  const [order, than] = isDown ? [desc, sql.raw("<")] : [asc, sql.raw(">")];
  const behind =
    after?.at && sql`(${column}, ${eventSessions.eventId}) ${than} (${moment(after.at)}, ${after.id})`;
  return ctx.db
    .select({
      ...eventColumns,
      startsAt: eventSessions.startsAt,
      salesOpenAt: eventSessions.salesOpenAt,
      isCancelled: sql<boolean>`${hasNoOther(ctx, sql`${other.cancelledAt} is null`)}`,
      priceFrom: sql<number | null>`(
        select min(${other.priceKrw}) from ${eventSessions} ${sql.identifier("other")}
        where ${other.eventId} = ${events.id} and ${other.cancelledAt} is null)`.mapWith(other.priceKrw),
    })
    .from(eventSessions)
    .innerJoin(stock, eq(stock.eventSessionId, eventSessions.id))
    .innerJoin(events, eq(events.id, eventSessions.eventId))
    .leftJoin(posters, eq(posters.eventId, events.id))
    .where(and(isWanted(wanted), isWithin(eventSessions, wanted), isIn(ctx, wanted), behind || undefined))
    .orderBy(order(column), order(eventSessions.eventId))
    .limit(limit);
}

/** Events that have no dates yet, in the order of their ids. */
export function findUndatedEvents(ctx: AppContext, wanted: Wanted) {
  const { after, limit } = wanted;
  return ctx.db
    .select(eventColumns)
    .from(events)
    .leftJoin(posters, eq(posters.eventId, events.id))
    .where(
      and(
        isWanted(wanted),
        sql`not exists (select from ${eventSessions} where ${eventSessions.eventId} = ${events.id})`,
        after && after.at === null ? sql`${events.id} > ${after.id}` : undefined,
      ),
    )
    .orderBy(asc(events.id))
    .limit(limit);
}

/** The first words of the venues of published events, in order; each is found with one step in the index. */
export async function findPlaces(ctx: AppContext, most: number): Promise<string[]> {
  const place = sql`split_part(venue, ' ', 1)`;
  const rows = await ctx.db.execute<{ place: string }>(sql`
    with recursive places(place, number) as (
      (select ${place}, 1 from events where status = 'PUBLISHED' order by 1 limit 1)
      union all
      select (select ${place} from events where status = 'PUBLISHED' and ${place} > places.place order by 1 limit 1),
             number + 1
      from places where places.place is not null and number < ${most})
    select place from places where place is not null`);
  return rows.map((row) => row.place);
}

/** When next a sale opens or closes or something starts, by which events change their section; null if nothing does. */
export async function findNextChange(ctx: AppContext, now: Date): Promise<Date | null> {
  const next = (column: "sales_open_at" | "sales_close_at" | "starts_at") => sql`
    (select min(${sql.identifier(column)}) from event_sessions where ${sql.identifier(column)} > ${moment(now)})`;
  const [row] = await ctx.db.execute<{ at: string | null }>(sql`
    select least(${next("sales_open_at")}, ${next("sales_close_at")}, ${next("starts_at")}) as at`);
  return row?.at ? new Date(row.at) : null;
}
