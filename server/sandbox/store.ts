import { and, desc, eq, gt, lt, ne, sql } from "drizzle-orm";
import { sandboxReceived, sandboxReceiver } from "#db/schema/sandbox.ts";
import { transmissions } from "#db/schema/transmissions.ts";
import type { AppContext, Tx } from "../platform/operation/context.ts";
import { ReceiverMode } from "./contract.ts";

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

/** Stores a message; a message whose id was stored before is a duplicate. */
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

/** E-mails whose contents were not erased yet, the newest first: those to one person, or all. */
export const findMails = (
  ctx: AppContext,
  {
    userId,
    before,
    limit,
  }: {
    readonly userId: string | undefined;
    readonly before: number | undefined;
    readonly limit: number;
  },
) =>
  ctx.db
    .select()
    .from(transmissions)
    .where(
      and(
        eq(transmissions.destination, "email"),
        ne(transmissions.payload, ""),
        userId === undefined ? undefined : eq(transmissions.aggregateId, userId),
        before === undefined ? undefined : lt(transmissions.seq, before),
      ),
    )
    .orderBy(desc(transmissions.seq))
    .limit(limit);
