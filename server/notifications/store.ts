import { and, desc, eq, isNull, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { users } from "#db/schema/accounts.ts";
import { notifications } from "#db/schema/notifications.ts";
import { orders } from "#db/schema/orders.ts";
import type { AppContext, Tx, UserActor } from "../platform/context.ts";
import type { Id } from "../platform/ids.ts";

type NewNotification = typeof notifications.$inferInsert;

/** Writes those that are new; of an event that was told before, nothing. @returns to whom */
export async function insertNotifications(tx: Tx, rows: readonly NewNotification[]): Promise<string[]> {
  if (rows.length === 0) return [];
  const written = await tx.db
    .insert(notifications)
    .values([...rows])
    .onConflictDoNothing()
    .returning({ recipient: notifications.recipient });
  return written.map(({ recipient }) => recipient);
}

/** Whose order it is. */
export async function findCustomer(ctx: AppContext, orderId: Id<"order">) {
  const [customer] = await ctx.db
    .select({ userId: users.id, email: users.email })
    .from(orders)
    .innerJoin(users, eq(users.id, orders.userId))
    .where(eq(orders.id, orderId));
  return customer;
}

const LISTED_MAX = 50;

/** What somebody is told: what is for them, and for an admin also what the departments are told. */
const readBy = ({ userId, role }: UserActor) =>
  or(eq(notifications.userId, userId), role === "ADMIN" ? isNull(notifications.userId) : undefined);

/** The newest, an event once, though several departments are told of it. */
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

/** Marks read what somebody is told; of a department it is then read for all of its people, who share one inbox. */
export const markRead = (tx: Tx, reader: UserActor) =>
  tx.db
    .update(notifications)
    .set({ readAt: sql`app_now()` })
    .where(and(readBy(reader), isNull(notifications.readAt)));
