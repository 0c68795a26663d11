import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { users } from "#db/schema/accounts.ts";
import { notifications } from "#db/schema/notifications.ts";
import { orders } from "#db/schema/orders.ts";
import type { AppContext, Tx } from "../platform/context.ts";
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

export const findNotificationsOf = (ctx: AppContext, userId: Id<"user">) =>
  ctx.db
    .select()
    .from(notifications)
    .where(eq(notifications.userId, userId))
    .orderBy(desc(notifications.createdAt))
    .limit(LISTED_MAX);

export const markRead = (tx: Tx, userId: Id<"user">) =>
  tx.db
    .update(notifications)
    .set({ readAt: sql`app_now()` })
    .where(and(eq(notifications.userId, userId), isNull(notifications.readAt)));
