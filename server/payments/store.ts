import { and, eq, inArray, isNotNull, isNull, lte, or, sql } from "drizzle-orm";
import { orders } from "#db/schema/orders.ts";
import { paymentCallbacks, payments } from "#db/schema/payments.ts";
import { appNow, inSeconds } from "../platform/database/clock.ts";
import { neverAhead } from "../platform/database/clock-steps.ts";
import { insertRows } from "../platform/database/insert-rows.ts";
import { inList, onlyRow } from "../platform/database/rows.ts";
import { insertAtCommit } from "../platform/database/transaction.ts";
import { type Step, transitionOn } from "../platform/database/transition.ts";
import type { AppContext, Tx } from "../platform/operation/context.ts";
import { platformErrors } from "../platform/operation/errors.ts";
import type { Id } from "../platform/values/ids.ts";
import type { PaymentId } from "./contract.ts";
import { PAYABLE, type PaymentState, paymentMachine } from "./machine.ts";
import { countPayments } from "./metrics.ts";

export type PaymentRow = typeof payments.$inferSelect;

const move = transitionOn(payments, paymentMachine);

export const insertPayments = (tx: Tx, rows: readonly (typeof payments.$inferInsert)[]): Promise<void> =>
  insertRows(tx, payments, rows);

export const movePayments = (
  tx: Tx,
  steps: readonly Step<PaymentId>[],
  to: PaymentState,
  reason: string,
): Promise<PaymentRow[]> =>
  moveCounted(tx, steps, to, { reason, set: { updatedAt: sql`app_now()`, unknownSince: null } });

/** Fails payments that we ended while their outcome at the provider is not known: money may move all the same. */
export const failUnknown = (tx: Tx, steps: readonly Step<PaymentId>[], reason: string) =>
  moveCounted(tx, steps, "failed", {
    reason,
    set: {
      updatedAt: sql`app_now()`,
      unknownSince: sql`coalesce(${payments.unknownSince}, app_now())`,
      settleAfter: sql`coalesce(${payments.settleAfter}, app_now())`,
    },
  });

async function moveCounted(
  tx: Tx,
  steps: readonly Step<PaymentId>[],
  to: PaymentState,
  options: Parameters<typeof move.many>[3] & { readonly reason: string },
): Promise<PaymentRow[]> {
  const rows = await move.many(tx, steps, to, options);
  const moved = rows.filter(({ fromState }) => fromState !== to);
  countPayments(tx, moved.length, to, options.reason);
  return rows;
}

/** The payments of orders that can still be made, locked until the transaction ends. */
export const lockPaymentsOfOrders = (tx: Tx, orderIds: readonly string[]): Promise<PaymentRow[]> =>
  tx.db
    .select()
    .from(payments)
    .where(and(inList(payments.orderId, orderIds), inArray(payments.state, [...PAYABLE])))
    .orderBy(payments.id)
    .for("update");

/** A payment is for another order from here on: the one that its buyer got the tickets with. */
export async function assignPayment(tx: Tx, id: PaymentId, orderId: Id<"order">): Promise<void> {
  await tx.db.update(payments).set({ orderId }).where(eq(payments.id, id));
}

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

/** The payment of an order, or of the one that took its place, locked. Throws `not_found` (404). */
export async function lockPaymentOfOrder(tx: Tx, orderId: Id<"order">): Promise<PaymentRow> {
  const replacement = tx.db.select({ id: orders.replacedById }).from(orders).where(eq(orders.id, orderId));
  const [row] = await tx.db
    .select()
    .from(payments)
    .where(eq(payments.orderId, sql`coalesce((${replacement}), ${orderId})`))
    .for("update");
  if (!row) throw platformErrors.not_found({ what: "payment" });
  return row;
}

/** The payments of these orders, locked in the same order as by {@link lockPayments} until the transaction ends. */
export const lockPaymentOfEach = (tx: Tx, orderIds: readonly Id<"order">[]): Promise<PaymentRow[]> =>
  tx.db.select().from(payments).where(inList(payments.orderId, orderIds)).orderBy(payments.id).for("update");

/** Payments by their provider's id, locked in one order until the transaction ends: every reconciliation begins with it. */
export async function lockPayments(
  tx: Tx,
  pgPaymentIds: readonly string[],
): Promise<Map<string, PaymentRow>> {
  const rows = await tx.db
    .select()
    .from(payments)
    .where(inList(payments.pgPaymentId, pgPaymentIds))
    .orderBy(payments.id)
    .for("update");
  return new Map(rows.map((payment) => [payment.pgPaymentId, payment]));
}

/** How long a provider's window is, from the checkout. */
const WINDOW_SECONDS = 300;
/** A claimed payment whose provider was not asked for so long may be claimed again. */
const RECONCILE_LEASE_SECONDS = 60;
const RECONCILED_TOGETHER_MAX = 20;

const isPayable = inArray(payments.state, [...PAYABLE]);
neverAhead(payments.windowEndsAt, WINDOW_SECONDS, isPayable);
neverAhead(payments.settleAfter, RECONCILE_LEASE_SECONDS, isPayable);

const isUnleased = or(isNull(payments.settleAfter), lte(payments.settleAfter, appNow));

const lease = {
  reconcileClaims: sql`${payments.reconcileClaims} + 1`,
  settleAfter: inSeconds(RECONCILE_LEASE_SECONDS),
};

/**
 * Leases payments whose window has ended, or whose outcome is not known, by the database's clock; the longest waiting
 * first.
 */
export async function leaseDue(tx: Tx): Promise<PaymentRow[]> {
  const due = tx.db
    .select({ id: payments.id })
    .from(payments)
    .where(
      and(
        or(
          isNotNull(payments.unknownSince),
          isNotNull(payments.decidedAs),
          and(isPayable, lte(payments.windowEndsAt, appNow)),
        ),
        isUnleased,
      ),
    )
    .orderBy(payments.windowEndsAt)
    .limit(RECONCILED_TOGETHER_MAX)
    .for("update", { skipLocked: true });
  return tx.db.update(payments).set(lease).where(inArray(payments.id, due)).returning();
}

/** Leases one payment, whose row is locked: until its provider answers, its outcome is not known. */
export async function leaseOne(tx: Tx, id: PaymentId): Promise<PaymentRow> {
  const rows = await tx.db
    .update(payments)
    .set({ ...lease, unknownSince: sql`coalesce(${payments.unknownSince}, app_now())` })
    .where(eq(payments.id, id))
    .returning();
  return onlyRow(rows);
}

/**
 * Leases a payment that is said to have changed at its provider: one whose outcome is not known, or that was paid and
 * may have been given back. Undefined where there is nothing to ask, or another has the lease.
 */
export async function leaseNotified(tx: Tx, id: PaymentId): Promise<PaymentRow | undefined> {
  const isOpen = or(isNotNull(payments.unknownSince), eq(payments.state, "completed"));
  const [row] = await tx.db
    .update(payments)
    .set(lease)
    .where(and(eq(payments.id, id), isOpen, isUnleased))
    .returning();
  return row;
}

/** The outcome of these payments is known: their provider is not asked again. */
export async function clearUnknown(tx: Tx, ids: readonly PaymentId[]): Promise<void> {
  if (ids.length > 0)
    await tx.db
      .update(payments)
      .set({ unknownSince: null, settleAfter: null, decidedAs: null })
      .where(inList(payments.id, ids));
}

/** Marks that the outcome of payments is not known, and that their provider is asked again in a while. */
export async function markUnknown(tx: Tx, ids: readonly PaymentId[], againInSeconds: number): Promise<void> {
  if (ids.length === 0) return;
  await tx.db
    .update(payments)
    .set({
      unknownSince: sql`coalesce(${payments.unknownSince}, app_now())`,
      settleAfter: inSeconds(againInSeconds),
    })
    .where(inList(payments.id, ids));
}

/** Saves webhooks and their outcomes for ever, so that one that comes again has no effect. */
export const saveCallbacks = (tx: Tx, rows: readonly (typeof paymentCallbacks.$inferInsert)[]): void =>
  insertAtCommit(tx, paymentCallbacks, rows, sql`on conflict do nothing`);

/** Those of the webhooks that were saved before. It is right only with their payments locked: two at once cannot both be new. */
export async function findSavedCallbacks(tx: Tx, webhookIds: readonly string[]): Promise<Set<string>> {
  const { webhookId } = paymentCallbacks;
  const rows = await tx.db.select({ webhookId }).from(paymentCallbacks).where(inList(webhookId, webhookIds));
  return new Set(rows.map((row) => row.webhookId));
}

/** The buyer pays by another method than before, while nothing was paid. */
export async function changeMethod(tx: Tx, id: PaymentId, method: PaymentRow["method"]): Promise<void> {
  await tx.db
    .update(payments)
    .set({ method })
    .where(and(eq(payments.id, id), isPayable));
}
