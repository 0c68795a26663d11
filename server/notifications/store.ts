import { and, desc, eq, gt, inArray, isNull, or, sql } from "drizzle-orm";
import { alias, union } from "drizzle-orm/pg-core";
import { users } from "#db/schema/auth.ts";
import { eventSessions } from "#db/schema/catalog.ts";
import { holds } from "#db/schema/holds.ts";
import { notifications } from "#db/schema/notifications.ts";
import { orders } from "#db/schema/orders.ts";
import { appNow } from "../platform/database/clock.ts";
import type { AppContext, Tx, UserActor } from "../platform/operation/context.ts";
import type { Id } from "../platform/values/ids.ts";

type NewNotification = typeof notifications.$inferInsert;

/** Writes the notifications that are new. A repeated event writes none. @returns their recipients */
export async function insertNotifications(tx: Tx, rows: readonly NewNotification[]) {
  if (rows.length === 0) return [];
  return tx.db
    .insert(notifications)
    .values([...rows])
    .onConflictDoNothing()
    .returning({ recipient: notifications.recipient, userId: notifications.userId });
}

/** Whose order it is. */
export async function findCustomer(ctx: AppContext, orderId: Id<"order">) {
  const [customer] = await ctx.db
    .select({ userId: users.id, email: users.email, orderState: orders.state })
    .from(orders)
    .innerJoin(users, eq(users.id, orders.userId))
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
          inArray(orders.state, ["processing", "confirmed", "shipped"]),
          isCancelled ? eq(orders.endReason, "event_cancelled") : undefined,
        ),
      ),
    );
  const holding = ctx.db
    .select(person)
    .from(holds)
    .innerJoin(eventSessions, eq(eventSessions.id, holds.eventSessionId))
    .innerJoin(users, eq(users.id, holds.userId))
    .where(and(ofThese, eq(holds.state, "ACTIVE"), gt(holds.expiresAt, appNow)));
  return union(ordering, holding);
}

const LISTED_MAX = 50;

/** The notifications for a person, and for an admin also those for the departments. */
const readBy = ({ userId, role }: UserActor) =>
  or(eq(notifications.userId, userId), role === "ADMIN" ? isNull(notifications.userId) : undefined);

/** The newest notifications. An event is listed once, even if several departments have it. */
export function findNotificationsOf(ctx: AppContext, reader: UserActor) {
  const twin = alias(notifications, "twin");
  const first = ctx.db
    .select({ recipient: sql`min(${twin.recipient})` })
    .from(twin)
    .where(and(eq(twin.eventId, notifications.eventId), isNull(twin.userId)));
  return ctx.db
    .select()
    .from(notifications)
    .where(
      and(readBy(reader), or(eq(notifications.userId, reader.userId), eq(notifications.recipient, first))),
    )
    .orderBy(desc(notifications.createdAt), desc(notifications.id))
    .limit(LISTED_MAX);
}

/** Marks a person's notifications as read. A department shares one inbox, so its notification is then read for all its people. */
export const markRead = (tx: Tx, reader: UserActor) =>
  tx.db
    .update(notifications)
    .set({ readAt: sql`app_now()` })
    .where(and(readBy(reader), isNull(notifications.readAt)));
