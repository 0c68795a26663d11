import { and, desc, eq, gt, sql } from "drizzle-orm";
import { sandboxPayments, sandboxReceived, sandboxReceiver } from "#db/schema/sandbox.ts";
import type { AppContext, Tx } from "../platform/context.ts";
import { onlyRow } from "../platform/rows.ts";
import { ReceiverMode } from "./contract.ts";

type Book = typeof sandboxPayments.$inferSelect;

/** Books a payment's outcome, where it has none yet, and tells what stands in the books. */
export async function bookPayment(
  tx: Tx,
  payment: Pick<Book, "pgPaymentId" | "orderId" | "amountKrw">,
  status: "APPROVED" | "DECLINED",
): Promise<Book> {
  const rows = await tx.db
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

const LISTED_MAX = 50;

export async function findReceiverMode(ctx: AppContext): Promise<ReceiverMode> {
  const [row] = await ctx.db.select({ mode: sandboxReceiver.mode }).from(sandboxReceiver);
  return ReceiverMode.parse(row?.mode ?? "normal");
}

export const setReceiverMode = (tx: Tx, mode: ReceiverMode) =>
  tx.db
    .insert(sandboxReceiver)
    .values({ mode })
    .onConflictDoUpdate({ target: sandboxReceiver.id, set: { mode } });

/** Writes down what came; what was taken in before under the same id is a duplicate. */
export const insertReceived = (
  tx: Tx,
  received: Omit<typeof sandboxReceived.$inferInsert, "seq" | "duplicate">,
) =>
  tx.db.insert(sandboxReceived).values({
    ...received,
    duplicate: sql`exists (select from sandbox_received known where known.message_id = ${received.messageId} and known.taken)`,
  });

export async function findReceived(ctx: AppContext) {
  const rows = await ctx.db
    .select()
    .from(sandboxReceived)
    .orderBy(desc(sandboxReceived.seq))
    .limit(LISTED_MAX);
  return rows.map((row) => ({ ...row, mode: ReceiverMode.parse(row.mode) }));
}

export async function countReceived(ctx: AppContext) {
  const taken = eq(sandboxReceived.taken, true);
  const [first, again, lastMinute] = await Promise.all([
    ctx.db.$count(sandboxReceived, and(taken, eq(sandboxReceived.duplicate, false))),
    ctx.db.$count(sandboxReceived, and(taken, eq(sandboxReceived.duplicate, true))),
    ctx.db.$count(sandboxReceived, gt(sandboxReceived.receivedAt, sql`app_now() - interval '1 minute'`)),
  ]);
  return { taken: first, duplicates: again, lastMinute };
}
