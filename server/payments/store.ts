import { and, eq, inArray, sql } from "drizzle-orm";
import { orders } from "#db/schema/orders.ts";
import { paymentCallbacks, payments } from "#db/schema/payments.ts";
import type { AppContext, Tx } from "../platform/context.ts";
import type { Id } from "../platform/ids.ts";
import { onlyRow } from "../platform/rows.ts";
import { transitionOn } from "../platform/transition.ts";
import type { PaymentId } from "./contract.ts";
import { type PaymentState, paymentMachine } from "./machine.ts";

export type PaymentRow = typeof payments.$inferSelect;

const move = transitionOn(payments, paymentMachine);

export const insertPayment = async (tx: Tx, payment: typeof payments.$inferInsert): Promise<PaymentRow> =>
  onlyRow(await tx.db.insert(payments).values(payment).returning());

export const movePayment = (tx: Tx, id: PaymentId, to: PaymentState, reason: string): Promise<PaymentRow> =>
  move.one(tx, id, to, { reason, set: { updatedAt: sql`app_now()` } });

/** The payment, where its order is this user's or no user is named. */
export async function findPayment(
  ctx: AppContext,
  id: PaymentId,
  userId?: Id<"user">,
): Promise<PaymentRow | undefined> {
  const owned =
    userId &&
    inArray(payments.orderId, ctx.db.select({ id: orders.id }).from(orders).where(eq(orders.userId, userId)));
  const [row] = await ctx.db
    .select()
    .from(payments)
    .where(and(eq(payments.id, id), owned));
  return row;
}

export async function findPaymentOfOrder(
  ctx: AppContext,
  orderId: Id<"order">,
): Promise<PaymentRow | undefined> {
  const [row] = await ctx.db.select().from(payments).where(eq(payments.orderId, orderId));
  return row;
}

/** The payment that the provider calls by this id, locked until the transaction ends. */
export async function lockPaymentByPgId(tx: Tx, pgPaymentId: string): Promise<PaymentRow | undefined> {
  const [row] = await tx.db
    .select()
    .from(payments)
    .where(eq(payments.pgPaymentId, pgPaymentId))
    .for("update");
  return row;
}

/** Remembers a webhook for ever. False when it was taken in before. */
export async function rememberCallback(
  tx: Tx,
  callback: typeof paymentCallbacks.$inferInsert,
): Promise<boolean> {
  const rows = await tx.db.insert(paymentCallbacks).values(callback).onConflictDoNothing().returning();
  return rows.length > 0;
}

export async function isCallbackKnown(tx: Tx, webhookId: string): Promise<boolean> {
  const rows = await tx.db.select().from(paymentCallbacks).where(eq(paymentCallbacks.webhookId, webhookId));
  return rows.length > 0;
}
