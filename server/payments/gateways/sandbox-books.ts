import { eq, sql } from "drizzle-orm";
import { sandboxPayments } from "#db/schema/payments.ts";
import { onlyRow } from "../../platform/database/rows.ts";
import type { AppContext, Tx } from "../../platform/operation/context.ts";

type Book = typeof sandboxPayments.$inferSelect;

/**
 * Books a payment's outcome, where it has none yet, and tells what stands in the books.
 * @param refusesRefund - whether the money will not be taken back when that is asked for the first time
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
    // Touched even where it is decided, so that the row comes back.
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
 * @returns those that the customer had made already
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
 * Gives the money back, once. A bank that refuses it does so one time, so that asking again can be tried. A payment that
 * the books do not know was taken in by hand with the provider's own signature.
 * @returns whether it is with the customer now
 */
export async function bookRefund(
  ctx: AppContext,
  payment: Pick<Book, "pgPaymentId" | "orderId" | "amountKrw">,
): Promise<boolean> {
  const rows = await ctx.db
    .insert(sandboxPayments)
    .values({ ...payment, status: "REFUNDED" })
    .onConflictDoUpdate({
      target: sandboxPayments.pgPaymentId,
      set: {
        status: sql`case when ${sandboxPayments.refusesRefund} then ${sandboxPayments.status} else 'REFUNDED' end`,
        refusesRefund: false,
        updatedAt: sql`app_now()`,
      },
    })
    .returning();
  return onlyRow(rows).status === "REFUNDED";
}
