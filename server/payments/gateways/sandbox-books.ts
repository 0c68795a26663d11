import { eq, sql } from "drizzle-orm";
import { sandboxPayments, sandboxRefunds } from "#db/schema/payments.ts";
import { onlyRow } from "../../platform/database/rows.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import type { AppContext, Tx } from "../../platform/operation/context.ts";
import type { RefundAtProvider, RefundOutcome } from "../gateway.ts";

type Book = typeof sandboxPayments.$inferSelect;

/**
 * Saves a payment's outcome, where it has none yet.
 * @param refusesRefund - whether the first refund of it will be refused
 * @returns the payment as the sandbox provider has it now
 */
export async function bookPayment(
  ctx: AppContext,
  payment: Pick<Book, "pgPaymentId" | "orderId" | "amountKrw">,
  status: "APPROVED" | "DECLINED",
  refusesRefund = false,
): Promise<Book> {
  const rows = await ctx.db
    .insert(sandboxPayments)
    .values({ ...payment, status, refusesRefund })
    // An update returns the row also where it has its outcome already.
    .onConflictDoUpdate({ target: sandboxPayments.pgPaymentId, set: { updatedAt: sql`app_now()` } })
    .returning();
  return onlyRow(rows);
}

export async function findBook(ctx: AppContext, pgPaymentId: string): Promise<Book | undefined> {
  const [row] = await ctx.db
    .select()
    .from(sandboxPayments)
    .where(eq(sandboxPayments.pgPaymentId, pgPaymentId));
  return row;
}

/**
 * Closes payments: the customer cannot make them any more.
 * @returns the ids of those that the customer had made already
 */
export async function closeBooks(
  tx: Tx,
  payments: readonly Pick<Book, "pgPaymentId" | "orderId" | "amountKrw">[],
): Promise<Set<string>> {
  const rows = payments.map(({ pgPaymentId, orderId, amountKrw }) => ({ pgPaymentId, orderId, amountKrw }));
  const books = await tx.db
    .insert(sandboxPayments)
    .values(rows.map((row) => ({ ...row, status: "CLOSED" as const })))
    .onConflictDoUpdate({ target: sandboxPayments.pgPaymentId, set: { updatedAt: sql`app_now()` } })
    .returning();
  return new Set(books.filter(({ status }) => status === "APPROVED").map(({ pgPaymentId }) => pgPaymentId));
}

/**
 * Gives money of a payment back, once for each key and never more than was paid. A bank that refuses it does so one time,
 * so that asking again can be tried. A payment that is not known yet was made by a callback that was signed by hand.
 */
export const bookRefund = (ctx: AppContext, refund: RefundAtProvider): Promise<RefundOutcome> =>
  inTransaction(ctx, async (tx): Promise<RefundOutcome> => {
    const { pgPaymentId, orderId, amountKrw, refundKrw, key } = refund;
    const [book] = await tx.db
      .insert(sandboxPayments)
      .values({ ...{ pgPaymentId, orderId, amountKrw }, status: "APPROVED" })
      // An update locks the row also where it is there already.
      .onConflictDoUpdate({ target: sandboxPayments.pgPaymentId, set: { updatedAt: sql`app_now()` } })
      .returning();
    const { refundedKrw, refusesRefund } = onlyRow(book ? [book] : []);
    if (await tx.db.$count(sandboxRefunds, eq(sandboxRefunds.key, key))) return { outcome: "refunded" };
    const set = (changed: Partial<Book>) =>
      tx.db.update(sandboxPayments).set(changed).where(eq(sandboxPayments.pgPaymentId, pgPaymentId));
    if (refusesRefund) {
      await set({ refusesRefund: false });
      return { outcome: "refused", code: "BANK_REFUSES" };
    }
    const given = refundedKrw + refundKrw;
    if (given > amountKrw) return { outcome: "refused", code: "NOT_CANCELABLE_AMOUNT" };
    await tx.db.insert(sandboxRefunds).values({ key, pgPaymentId, amountKrw: refundKrw });
    await set({ refundedKrw: given, ...(given === amountKrw && { status: "REFUNDED" }) });
    return { outcome: "refunded" };
  });
