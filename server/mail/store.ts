import { eq, sql } from "drizzle-orm";
import { RETENTION_DAYS } from "#db/privacy/retention.ts";
import { mailBudgets } from "#db/schema/mail.ts";
import type { AppContext, Tx } from "../platform/operation/context.ts";

/**
 * Counts a mail to each of these mailboxes, none of which is named twice, where fewer than `max` went there within the
 * hour. In the order of their names, so that no two transactions wait for each other.
 * @returns those to which it may go
 */
export async function countMails(
  tx: Tx,
  mailboxes: readonly string[],
  max: number,
): Promise<ReadonlySet<string>> {
  if (mailboxes.length === 0) return new Set();
  const isOver = sql`${mailBudgets.since} <= app_now() - interval '1 hour'`;
  const rows = await tx.db
    .insert(mailBudgets)
    .values([...mailboxes].sort().map((address) => ({ address, sent: 1 })))
    .onConflictDoUpdate({
      target: mailBudgets.address,
      set: {
        sent: sql`case when ${isOver} then 1 else ${mailBudgets.sent} + 1 end`,
        since: sql`case when ${isOver} then app_now() else ${mailBudgets.since} end`,
      },
      setWhere: sql`${isOver} or ${mailBudgets.sent} < ${max}`,
    })
    .returning({ address: mailBudgets.address });
  return new Set(rows.map(({ address }) => address));
}

export const deleteBudget = (tx: Tx, mailbox: string) =>
  tx.db.delete(mailBudgets).where(eq(mailBudgets.address, mailbox));

/** Deletes the counts of mailboxes that got no mail lately. @returns how many */
export async function deleteOldBudgets(ctx: AppContext): Promise<number> {
  const rows = await ctx.db
    .delete(mailBudgets)
    .where(sql`${mailBudgets.since} < app_now() - make_interval(days => ${RETENTION_DAYS.mailBudgets})`)
    .returning({ address: mailBudgets.address });
  return rows.length;
}
