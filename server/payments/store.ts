import { and, eq, inArray, sql } from "drizzle-orm";
import { orders } from "#db/schema/orders.ts";
import { paymentCallbacks, payments } from "#db/schema/payments.ts";
import type { AppContext, Tx } from "../platform/context.ts";
import type { Id } from "../platform/ids.ts";
import { insertRows } from "../platform/insert-rows.ts";
import { among } from "../platform/rows.ts";
import { record } from "../platform/transaction.ts";
import { type Step, transitionOn } from "../platform/transition.ts";
import type { PaymentId } from "./contract.ts";
import { type PaymentState, paymentMachine } from "./machine.ts";

export type PaymentRow = typeof payments.$inferSelect;

const move = transitionOn(payments, paymentMachine);

export const insertPayments = (tx: Tx, rows: readonly (typeof payments.$inferInsert)[]): Promise<void> =>
  insertRows(tx, payments, rows);

export const movePayments = (
  tx: Tx,
  steps: readonly Step<PaymentId>[],
  to: PaymentState,
  reason: string,
): Promise<PaymentRow[]> => move.many(tx, steps, to, { reason, set: { updatedAt: sql`app_now()` } });

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

export async function lockPaymentOfOrder(tx: Tx, orderId: Id<"order">): Promise<PaymentRow | undefined> {
  const [row] = await tx.db.select().from(payments).where(eq(payments.orderId, orderId)).for("update");
  return row;
}

/** The payments that the provider calls by these ids, locked in one order until the transaction ends. */
export const lockPaymentsByPgId = (tx: Tx, pgPaymentIds: readonly string[]): Promise<PaymentRow[]> =>
  tx.db
    .select()
    .from(payments)
    .where(among(payments.pgPaymentId, pgPaymentIds))
    .orderBy(payments.id)
    .for("update");

/** Remembers webhooks for ever; one that is known already stays as it was. */
export const rememberCallbacks = (tx: Tx, rows: readonly (typeof paymentCallbacks.$inferInsert)[]): void =>
  record(tx, paymentCallbacks, rows, sql`on conflict do nothing`);

/** Those of the webhooks that were taken in before. */
export async function knownCallbacks(tx: Tx, webhookIds: readonly string[]): Promise<Set<string>> {
  const { webhookId } = paymentCallbacks;
  const rows = await tx.db.select({ webhookId }).from(paymentCallbacks).where(among(webhookId, webhookIds));
  return new Set(rows.map((row) => row.webhookId));
}
