import { and, eq, gt, inArray, ne, or, type SQL, sql } from "drizzle-orm";
import { union } from "drizzle-orm/pg-core";
import { RETENTION_DAYS } from "#db/privacy/retention.ts";
import { users } from "#db/schema/auth.ts";
import { eventSessions, events } from "#db/schema/catalog.ts";
import { holds } from "#db/schema/holds.ts";
import {
  departmentMembers,
  noticeChoices,
  notificationMarks,
  notificationReads,
  notifications,
  openingWishes,
  turnWishes,
} from "#db/schema/notifications.ts";
import { orders } from "#db/schema/orders.ts";
import { shippings } from "#db/schema/shipping.ts";
import { tickets } from "#db/schema/tickets.ts";
import { waitlistEntries } from "#db/schema/waitlist.ts";
import { PAID } from "../orders/machine.ts";
import { appNow } from "../platform/database/clock.ts";
import type { AppContext, Tx } from "../platform/operation/context.ts";
import type { Id } from "../platform/values/ids.ts";

type NewNotification = typeof notifications.$inferInsert;

/** The channel on which the processes hear whose notifications changed: the id of a person, or a department. */
export const NEWS_CHANNEL = "notifications";

/** Tells the processes, at the commit, whose notifications changed. */
export const tellNews = (tx: Tx, whose: readonly string[]) =>
  tx.db.execute(
    sql`select pg_notify(${NEWS_CHANNEL}, whose)
        from json_array_elements_text(${JSON.stringify([...new Set(whose)])}::json) as whose`,
  );

/** Writes the notifications that are new. A repeated event writes none. @returns their recipients */
export async function insertNotifications(tx: Tx, rows: readonly NewNotification[]) {
  if (rows.length === 0) return [];
  const written = await tx.db
    .insert(notifications)
    .values([...rows])
    .onConflictDoNothing()
    .returning({ recipient: notifications.recipient, userId: notifications.userId });
  if (written.length > 0)
    await tellNews(
      tx,
      written.map(({ recipient, userId }) => userId ?? recipient),
    );
  return written;
}

/** Whose order it is, what was booked, its seats where it has some, and how its parcel is followed once it has left. */
export async function findCustomer(ctx: AppContext, orderId: Id<"order">) {
  const [customer] = await ctx.db
    .select({
      ...{ userId: users.id, email: users.email, orderState: orders.state },
      ...{ delivery: orders.delivery, seatIds: holds.seatIds },
      ...{ carrier: shippings.carrier, trackingNumber: shippings.trackingNumber },
      ...{ quantity: orders.quantity, amountKrw: orders.amountKrw },
      event: {
        ...{ title: events.title, venue: events.venue },
        ...{ startsAt: eventSessions.startsAt, eventSessionId: eventSessions.id },
      },
    })
    .from(orders)
    .innerJoin(users, eq(users.id, orders.userId))
    .innerJoin(holds, eq(holds.id, orders.holdId))
    .innerJoin(eventSessions, eq(eventSessions.id, orders.eventSessionId))
    .innerJoin(events, eq(events.id, eventSessions.eventId))
    .leftJoin(shippings, eq(shippings.orderId, orders.id))
    .where(eq(orders.id, orderId));
  return customer;
}

/**
 * Who has tickets of the event, or of the one event session, or may still buy what they took: a hold that lives, or an
 * order that is paid or may still be.
 */
export function findHoldersOf(
  ctx: AppContext,
  {
    eventId,
    eventSessionId,
    isCancelled,
  }: {
    readonly eventId: Id<"event">;
    readonly eventSessionId: Id<"event_session"> | undefined;
    /** Whether the event session was cancelled: its orders may be, before their buyers are told of it. */
    readonly isCancelled: boolean;
  },
) {
  const ofThese = and(
    eq(eventSessions.eventId, eventId),
    eventSessionId && eq(eventSessions.id, eventSessionId),
  );
  const person = { userId: users.id, email: users.email };
  const ordering = ctx.db
    .select(person)
    .from(orders)
    .innerJoin(eventSessions, eq(eventSessions.id, orders.eventSessionId))
    .innerJoin(users, eq(users.id, orders.userId))
    .where(
      and(
        ofThese,
        or(
          inArray(orders.state, ["processing", ...PAID]),
          isCancelled ? eq(orders.endReason, "event_cancelled") : undefined,
        ),
      ),
    );
  const holding = ctx.db
    .select(person)
    .from(holds)
    .innerJoin(eventSessions, eq(eventSessions.id, holds.eventSessionId))
    .innerJoin(users, eq(users.id, holds.userId))
    .where(
      and(
        ...[ofThese, eq(holds.state, "ACTIVE"), gt(holds.expiresAt, appNow)],
        // Whom the waiting list offers tickets is told of the end by the list.
        isCancelled ? eq(holds.offered, false) : undefined,
      ),
    );
  return union(ordering, holding, findReceiversOf(ctx, ofThese, isCancelled));
}

/** Who has tickets of these event sessions that another person bought. */
const findReceiversOf = (ctx: AppContext, ofThese: SQL | undefined, isCancelled: boolean) =>
  ctx.db
    .select({ userId: users.id, email: users.email })
    .from(tickets)
    .innerJoin(orders, eq(orders.id, tickets.orderId))
    .innerJoin(eventSessions, eq(eventSessions.id, tickets.eventSessionId))
    .innerJoin(users, eq(users.id, tickets.userId))
    .where(
      and(
        ofThese,
        ne(tickets.userId, orders.userId),
        or(ne(tickets.status, "VOID"), isCancelled ? eq(orders.endReason, "event_cancelled") : undefined),
      ),
    );

/** Whose place on a waiting list it is, what became of it, and what it is for. */
export async function findWaitingPerson(ctx: AppContext, entryId: Id<"waitlist_entry">) {
  const [person] = await ctx.db
    .select({
      ...{ email: users.email, state: waitlistEntries.state },
      ...{ title: events.title, startsAt: eventSessions.startsAt },
    })
    .from(waitlistEntries)
    .innerJoin(users, eq(users.id, waitlistEntries.userId))
    .innerJoin(eventSessions, eq(eventSessions.id, waitlistEntries.eventSessionId))
    .innerJoin(events, eq(events.id, eventSessions.eventId))
    .where(eq(waitlistEntries.id, entryId));
  return person;
}

/** People by their ids, with their addresses. */
export const findPeople = (ctx: AppContext, ids: readonly Id<"user">[]) =>
  ctx.db
    .select({ userId: users.id, email: users.email })
    .from(users)
    .where(inArray(users.id, [...ids]));

/** Deletes what a person was told and what they have read, their memberships of departments, and how they want to be told. */
export async function deleteNotificationsOf(tx: Tx, userId: Id<"user">): Promise<void> {
  for (const table of [
    notifications,
    notificationReads,
    notificationMarks,
    departmentMembers,
    openingWishes,
    turnWishes,
    noticeChoices,
  ])
    await tx.db.delete(table).where(eq(table.userId, userId));
}

const DELETED_MAX = 1000;

/** Deletes the oldest notifications that are due. @returns how many */
export async function deleteOldNotifications(ctx: AppContext): Promise<number> {
  const rows = await ctx.db.execute(sql`
    delete from notifications where id in (
      select id from notifications
      where created_at < app_now() - make_interval(days => ${RETENTION_DAYS.notifications})
      limit ${DELETED_MAX} for update skip locked)
    returning id`);
  return rows.length;
}
