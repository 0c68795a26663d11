import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import { eventSessions, events } from "#db/schema/catalog.ts";
import { notificationMarks, notificationReads, notifications } from "#db/schema/notifications.ts";
import { orders } from "#db/schema/orders.ts";
import { appNow } from "../platform/database/clock.ts";
import { keysetPage, type Order } from "../platform/database/keyset.ts";
import { inList } from "../platform/database/rows.ts";
import type { AppContext, Tx, UserActor } from "../platform/operation/context.ts";
import { Department, type Notification, UNREAD_MAX } from "./contract.ts";
import { isStaff } from "./departments.store.ts";
import { tellNews } from "./store.ts";

type PersonId = UserActor["userId"];

/** An event has one entry in an inbox, so the event's id orders entries of the same moment. */
export const INBOX_ORDER: Order = {
  ...{ name: "createdAt", descending: true },
  ...{ column: notifications.createdAt, key: notifications.eventId },
};

/**
 * Rows of `department` and `since`: the departments of a person who still is of the staff, from when they joined, and
 * those that have no member, which all of the staff read.
 */
const departmentsOf = (userId: SQL): SQL => sql`
  select department, joined_at as since from department_members
  where department_members.user_id = ${userId} and in_app and ${isStaff(userId)}
  union all
  select known.department, '-infinity'
  from json_array_elements_text(${JSON.stringify(Department.options)}::json) as known(department)
  where ${isStaff(userId)} and not exists (
    select from department_members members
    where members.department = known.department and ${isStaff(sql`members.user_id`)})`;

/** Where a row of `notifications` is one that a person reads as `reading.department`. What is also their own is left out. */
const isReadAs = (userId: SQL): SQL => sql`
  notifications.recipient = reading.department and notifications.user_id is null
  and notifications.created_at >= reading.since
  and not exists (select from notifications own
                  where own.event_id = notifications.event_id and own.user_id = ${userId})`;

/** Whether a person has read a row of `notifications` of a department. */
const wasRead = (userId: SQL): SQL => sql`
  (notifications.created_at <= coalesce(
     (select read_up_to from notification_marks where user_id = ${userId}), '-infinity')
   or exists (select from notification_reads r
              where r.user_id = ${userId} and r.event_id = notifications.event_id))`;

/** An entry of an inbox, with what the next page's cursor is made of. */
export interface InboxRow {
  readonly id: Notification["id"];
  readonly eventId: string;
  readonly kind: string;
  readonly params: Record<string, unknown>;
  readonly departments: Department[];
  readonly read: boolean;
  readonly createdAt: Date;
}

/**
 * A page of a person's notifications and of those of their departments, the newest first. An event is listed once, even
 * if several departments are told of it. Each department's newest are read by its index, so a page costs the same
 * however many there are.
 * @throws `invalid_argument` (400) for a cursor that is not of this list
 */
export async function findInbox(
  ctx: AppContext,
  person: PersonId,
  { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number },
): Promise<InboxRow[]> {
  const userId = sql`${person}`;
  const { after = sql`true` } = keysetPage(INBOX_ORDER, cursor, limit);
  const newest = sql`order by notifications.created_at desc, notifications.event_id desc limit ${limit}`;
  const rows = await ctx.db.execute<Omit<InboxRow, "createdAt"> & { createdAt: string }>(sql`
    with reading as (${departmentsOf(userId)}), found as (
      (select id, event_id, recipient, user_id, kind, params, created_at, read_at is not null as read
       from notifications where notifications.user_id = ${userId} and ${after} ${newest})
      union all
      select told.* from reading cross join lateral (
        select id, event_id, recipient, user_id, kind, params, created_at, ${wasRead(userId)} as read
        from notifications where ${isReadAs(userId)} and ${after} ${newest}) told)
    select min(id) as id, event_id as "eventId", kind, params, created_at as "createdAt", bool_and(read) as read,
      coalesce(json_agg(recipient order by recipient) filter (where user_id is null), '[]') as departments
    from found group by event_id, kind, params, created_at
    order by created_at desc, event_id desc limit ${limit}`);
  return rows.map((row) => ({ ...row, createdAt: new Date(row.createdAt) }));
}

/** How many unread entries each of these people has, counted up to {@link UNREAD_MAX}. */
export async function countUnread(
  ctx: AppContext,
  people: readonly PersonId[],
): Promise<Map<PersonId, number>> {
  const userId = sql`person.id`;
  const rows = await ctx.db.execute<{ id: PersonId; unread: number }>(sql`
    select person.id, counted.unread
    from json_array_elements_text(${JSON.stringify(people)}::json) as person(id)
    cross join lateral (select count(*)::int as unread from (
      (select event_id from notifications where user_id = ${userId} and read_at is null limit ${UNREAD_MAX})
      union
      select told.event_id from (${departmentsOf(userId)}) reading cross join lateral (
        select event_id from notifications where ${isReadAs(userId)} and not ${wasRead(userId)}
        order by created_at desc, event_id desc limit ${UNREAD_MAX}) told
      limit ${UNREAD_MAX}) entries) counted`);
  return new Map(rows.map(({ id, unread }) => [id, unread]));
}

/** Marks one entry of a person's inbox as read. @returns false where they have no such entry */
export async function markRead(tx: Tx, person: PersonId, id: Notification["id"]): Promise<boolean> {
  const userId = sql`${person}`;
  const [own] = await tx.db
    .update(notifications)
    .set({ readAt: sql`coalesce(${notifications.readAt}, ${appNow})` })
    .where(and(eq(notifications.id, id), eq(notifications.userId, person)))
    .returning({ id: notifications.id });
  const [told] = own
    ? []
    : await tx.db.execute<{ event_id: string }>(sql`
        select event_id from notifications join (${departmentsOf(userId)}) reading on ${isReadAs(userId)}
        where notifications.id = ${id}`);
  if (told)
    await tx.db
      .insert(notificationReads)
      .values({ userId: person, eventId: told.event_id })
      .onConflictDoNothing();
  if (own || told) await tellNews(tx, [person]);
  return Boolean(own ?? told);
}

/** A transaction that writes notifications ends within this time: what is older than it can no longer appear. */
const SETTLED = sql`${appNow} - interval '1 minute'`;

/**
 * Marks everything in a person's inbox as read. Of departments the mark covers what can no longer grow, and a row each
 * what is newer: a notification that commits while this runs keeps being unread.
 */
export async function markAllRead(tx: Tx, person: PersonId): Promise<void> {
  const userId = sql`${person}`;
  await tx.db
    .update(notifications)
    .set({ readAt: appNow })
    .where(and(eq(notifications.userId, person), isNull(notifications.readAt)));
  await tx.db.execute(sql`
    insert into notification_reads (user_id, event_id)
    select distinct ${userId}, event_id
    from notifications join (${departmentsOf(userId)}) reading on ${isReadAs(userId)}
    where notifications.created_at > ${SETTLED} on conflict do nothing`);
  await tx.db
    .insert(notificationMarks)
    .values({ userId: person, readUpTo: SETTLED })
    .onConflictDoUpdate({
      target: notificationMarks.userId,
      set: { readUpTo: sql`greatest(${notificationMarks.readUpTo}, excluded.read_up_to)` },
    });
  await tx.db
    .delete(notificationReads)
    .where(and(eq(notificationReads.userId, person), sql`${notificationReads.readAt} <= ${SETTLED}`));
  await tellNews(tx, [person]);
}

/** The titles of the events that orders, event sessions and events belong to, by each of these ids. */
export async function findTitles(
  ctx: AppContext,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const of = (prefix: string) => ids.filter((id) => id.startsWith(prefix));
  const title = events.title;
  const [ordered, performed, named] = await Promise.all([
    ctx.db
      .select({ id: orders.id, title })
      .from(orders)
      .innerJoin(eventSessions, eq(eventSessions.id, orders.eventSessionId))
      .innerJoin(events, eq(events.id, eventSessions.eventId))
      .where(inList(orders.id, of("order_"))),
    ctx.db
      .select({ id: eventSessions.id, title })
      .from(eventSessions)
      .innerJoin(events, eq(events.id, eventSessions.eventId))
      .where(inList(eventSessions.id, of("event_session_"))),
    ctx.db.select({ id: events.id, title }).from(events).where(inList(events.id, ids)),
  ]);
  return new Map([...ordered, ...performed, ...named].map((row) => [row.id, row.title]));
}
