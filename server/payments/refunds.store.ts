import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { payments, refunds } from "#db/schema/payments.ts";
import { appNow } from "../platform/database/clock.ts";
import { inList } from "../platform/database/rows.ts";
import { type Step, transitionOn } from "../platform/database/transition.ts";
import type { AppContext, Tx } from "../platform/operation/context.ts";
import type { PaymentId, RefundId } from "./contract.ts";
import { type RefundState, refundMachine } from "./machine.ts";

export type RefundRow = typeof refunds.$inferSelect;

const move = transitionOn(refunds, refundMachine);
const now = { updatedAt: sql`app_now()` };

export const insertRefunds = (
  tx: Tx,
  rows: readonly Pick<
    RefundRow,
    "id" | "paymentId" | "amountKrw" | "shippingFeeKrw" | "cancelFeeKrw" | "reason" | "ticketNumbers"
  >[],
): Promise<RefundRow[]> =>
  tx.db
    .insert(refunds)
    .values([...rows])
    .returning();

/** How much of each payment was asked back before, in KRW. A refused refund counts: it is owed all the same. */
export async function sumAsked(tx: Tx, ids: readonly PaymentId[]): Promise<Map<PaymentId, number>> {
  const rows = await tx.db
    .select({ id: refunds.paymentId, asked: sql<string>`sum(${refunds.amountKrw})` })
    .from(refunds)
    .where(inList(refunds.paymentId, ids))
    .groupBy(refunds.paymentId);
  return new Map(rows.map(({ id, asked }) => [id, Number(asked)]));
}

/** Those of the refunds that were under way are done; the others stay as they are. */
export const moveDone = (tx: Tx, ids: readonly RefundId[]): Promise<RefundRow[]> =>
  move.all(tx, inList(refunds.id, ids), "done", { reason: "given_back", set: { ...now, code: null } });

/** @param code - the provider's code for the reason */
export const moveRefused = (tx: Tx, id: RefundId, code: string): Promise<RefundRow[]> =>
  move.all(tx, eq(refunds.id, id), "refused", { reason: "not_given_back", set: { ...now, code } });

/** A refused refund is under way again; another stays as it is. */
export const moveAskedAgain = (tx: Tx, id: RefundId): Promise<RefundRow[]> =>
  move.all(tx, eq(refunds.id, id), "asked" satisfies RefundState, { reason: "asked_again", set: now });

/** The refunds of payments, the first one first. */
export const findRefundsOf = async (ctx: AppContext, ids: readonly PaymentId[]): Promise<RefundRow[]> =>
  ids.length === 0
    ? []
    : ctx.db
        .select()
        .from(refunds)
        .where(inList(refunds.paymentId, ids))
        .orderBy(refunds.createdAt, refunds.id);

/** Refunds with their payments. */
export async function findRefunds(ctx: AppContext, ids: readonly RefundId[]) {
  return ctx.db
    .select({ refund: refunds, payment: payments })
    .from(refunds)
    .innerJoin(payments, eq(payments.id, refunds.paymentId))
    .where(inList(refunds.id, ids));
}

/** Under way, or refused and not closed by hand. */
const isUndone = and(inArray(refunds.state, ["asked", "refused"]), isNull(refunds.closedAt));

/** Marks that the money of a refused refund went back another way. */
export async function saveClosed(tx: Tx, id: RefundId, closeNote: string): Promise<void> {
  await tx.db.update(refunds).set({ closedAt: appNow, closeNote }).where(eq(refunds.id, id));
}

const LISTED_MAX = 200;

/** Refunds that the provider has not done, the oldest first, with their payments. */
export const findUndone = (ctx: AppContext) =>
  ctx.db
    .select({ refund: refunds, payment: payments })
    .from(refunds)
    .innerJoin(payments, eq(payments.id, refunds.paymentId))
    .where(isUndone)
    .orderBy(refunds.updatedAt)
    .limit(LISTED_MAX);

/** How many refunds the provider has not done, by state. */
export async function countUndone(ctx: AppContext): Promise<Map<RefundState, number>> {
  const { state } = refunds;
  const rows = await ctx.db
    .select({ state, count: sql<number>`count(*)::int` })
    .from(refunds)
    .where(isUndone)
    .groupBy(state);
  return new Map(rows.map((row) => [row.state, row.count]));
}

/** Those of the payments whose money has all been given back, locked. Of a free order all is back once it is over. */
export async function givenBackWhole(tx: Tx, ids: readonly PaymentId[]): Promise<Step<PaymentId>[]> {
  const given = sql`(select sum(r.amount_krw) from refunds r where r.payment_id = ${payments.id} and r.state = 'done')`;
  const isOver = sql`exists (select from orders o where o.id = ${payments.orderId} and o.state in ('cancelled', 'failed'))`;
  return tx.db
    .select({ id: payments.id })
    .from(payments)
    .where(
      and(
        inList(payments.id, ids),
        eq(payments.state, "completed"),
        sql`${given} >= ${payments.amountKrw}`,
        isOver,
      ),
    )
    .for("update");
}
