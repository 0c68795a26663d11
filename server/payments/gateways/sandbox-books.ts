import { and, eq, sql } from "drizzle-orm";
import { sandboxPayments } from "#db/schema/sandbox.ts";
import type { AppContext } from "../../platform/context.ts";
import { onlyRow } from "../../platform/rows.ts";

type Book = typeof sandboxPayments.$inferSelect;

/** Books a payment's outcome, where it has none yet, and tells what stands in the books. */
export async function bookPayment(
  ctx: AppContext,
  payment: Pick<Book, "pgPaymentId" | "orderId" | "amountKrw">,
  status: "APPROVED" | "DECLINED",
): Promise<Book> {
  const rows = await ctx.db
    .insert(sandboxPayments)
    .values({ ...payment, status })
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

/** Gives the money back, once. @returns whether it is with the customer now */
export async function bookRefund(ctx: AppContext, pgPaymentId: string): Promise<boolean> {
  await ctx.db
    .update(sandboxPayments)
    .set({ status: "REFUNDED", updatedAt: sql`app_now()` })
    .where(and(eq(sandboxPayments.pgPaymentId, pgPaymentId), eq(sandboxPayments.status, "APPROVED")));
  return (await findBook(ctx, pgPaymentId))?.status === "REFUNDED";
}
