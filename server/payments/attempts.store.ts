import { and, desc, eq, isNull, or, sql } from "drizzle-orm";
import { paymentAttempts, payments } from "#db/schema/payments.ts";
import { appNow } from "../platform/database/clock.ts";
import { neverAhead } from "../platform/database/clock-steps.ts";
import { inList } from "../platform/database/rows.ts";
import type { AppContext, Tx } from "../platform/operation/context.ts";
import { newId } from "../platform/values/ids.ts";
import type { AttemptId, GivenAuthorization, PaymentId, RefundId } from "./contract.ts";

/** A provider forgets an authorization after thirty minutes (Toss: the payment window); this is well beyond it. */
const CHARGE_STALE_SECONDS = 3600;

neverAhead(paymentAttempts.createdAt, 0, isNull(paymentAttempts.outcome));

export type ChargeRow = Pick<typeof paymentAttempts.$inferSelect, "id" | "paymentId" | "paymentKey"> & {
  readonly isStale: boolean;
};

/** Saves that an authorization is about to be charged; undefined where it was used before, for any payment. */
export async function insertCharge(
  tx: Tx,
  paymentId: PaymentId,
  { paymentKey }: GivenAuthorization,
): Promise<ChargeRow | undefined> {
  const [inserted] = await tx.db
    .insert(paymentAttempts)
    .values({ id: newId("attempt"), kind: "charge", paymentId, paymentKey, authorizedAt: appNow })
    .onConflictDoNothing()
    .returning({ id: paymentAttempts.id });
  return inserted && { ...inserted, paymentId, paymentKey, isStale: false };
}

/** Saves attempts that the provider refused by itself, of which its callbacks tell. */
export async function insertRefused(
  tx: Tx,
  refused: readonly Required<
    Pick<typeof paymentAttempts.$inferInsert, "paymentId" | "paymentKey" | "code">
  >[],
): Promise<void> {
  const ended = { kind: "charge", outcome: "refused", endedAt: appNow } as const;
  if (refused.length > 0)
    await tx.db
      .insert(paymentAttempts)
      .values(refused.map((attempt) => ({ id: newId("attempt"), ...ended, ...attempt })))
      .onConflictDoNothing();
}

/** The payment that an authorization was used for, if it was. */
export async function findPaymentOfKey(ctx: AppContext, paymentKey: string): Promise<PaymentId | undefined> {
  const [row] = await ctx.db
    .select({ paymentId: paymentAttempts.paymentId })
    .from(paymentAttempts)
    .where(and(eq(paymentAttempts.paymentKey, paymentKey), eq(paymentAttempts.kind, "charge")));
  return row?.paymentId;
}

/** The charges of payments that are under way or done, by payment; a payment has one at most. */
export async function findCharges(
  ctx: AppContext,
  ids: readonly PaymentId[],
): Promise<Map<PaymentId, ChargeRow>> {
  const { id, paymentId, paymentKey, createdAt, kind, outcome } = paymentAttempts;
  const isStale = sql<boolean>`${createdAt} < app_now() - make_interval(secs => ${CHARGE_STALE_SECONDS})`;
  const rows = await ctx.db
    .select({ id, paymentId, paymentKey, isStale })
    .from(paymentAttempts)
    .where(and(inList(paymentId, ids), eq(kind, "charge"), or(isNull(outcome), eq(outcome, "done"))));
  return new Map(rows.map((row) => [row.paymentId, row]));
}

/** The provider's code for why it refused the last refused charge of a payment, or null. */
export async function findLastRefusal(ctx: AppContext, paymentId: PaymentId): Promise<string | null> {
  const [row] = await ctx.db
    .select({ code: paymentAttempts.code })
    .from(paymentAttempts)
    .where(
      and(
        eq(paymentAttempts.paymentId, paymentId),
        eq(paymentAttempts.kind, "charge"),
        eq(paymentAttempts.outcome, "refused"),
      ),
    )
    .orderBy(desc(paymentAttempts.endedAt))
    .limit(1);
  return row?.code ?? null;
}

export async function endAttempt(
  ctx: AppContext,
  id: AttemptId,
  outcome: "done" | "refused",
  code?: string,
): Promise<void> {
  await ctx.db
    .update(paymentAttempts)
    .set({ outcome, code: code ?? null, endedAt: sql`app_now()` })
    .where(and(eq(paymentAttempts.id, id), isNull(paymentAttempts.outcome)));
}

/** The open try of a refund of a payment's charge, or a new one; undefined where nothing was charged. */
export async function openRefund(ctx: AppContext, pgPaymentId: string, refundId: RefundId) {
  const [charge] = await ctx.db
    .select({ paymentId: paymentAttempts.paymentId, paymentKey: paymentAttempts.paymentKey })
    .from(paymentAttempts)
    .innerJoin(payments, eq(payments.id, paymentAttempts.paymentId))
    .where(
      and(
        eq(payments.pgPaymentId, pgPaymentId),
        eq(paymentAttempts.kind, "charge"),
        eq(paymentAttempts.outcome, "done"),
      ),
    );
  if (!charge) return undefined;
  await ctx.db
    .insert(paymentAttempts)
    .values({ id: newId("attempt"), kind: "refund", refundId, ...charge })
    .onConflictDoNothing();
  const [open] = await ctx.db
    .select()
    .from(paymentAttempts)
    .where(
      and(
        eq(paymentAttempts.refundId, refundId),
        eq(paymentAttempts.kind, "refund"),
        isNull(paymentAttempts.outcome),
      ),
    );
  return open;
}
