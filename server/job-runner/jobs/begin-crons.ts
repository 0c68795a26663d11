import { Cron } from "croner";
import { databaseNow } from "../../platform/database/clock.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { type AppContext, newTraceId } from "../../platform/operation/context.ts";
import type { FunctionConfig } from "../gateways/inngest.ts";
import { insertRun, lockDueCrons, scheduleCrons, setNextCron } from "../store.ts";

/** Saves the crons of these functions; those that were saved before go on where they were, over a restart too. */
export const keepCrons = (ctx: AppContext, functions: readonly FunctionConfig[]): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    const now = await databaseNow(tx.db);
    const crons = functions.flatMap(({ id: functionId, triggers }) =>
      triggers.flatMap(({ cron }) => (cron ? [{ functionId, cron, nextAt: nextOf(cron, now) }] : [])),
    );
    await scheduleCrons(tx, crons);
  });

/**
 * Begins the crons whose time has come, each once however many runners look. Times that were missed make one run, not
 * one each; a time that a clock set back since has moved away is found again.
 */
export const beginCrons = (ctx: AppContext): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    const due = await lockDueCrons(tx);
    if (due.length === 0) return;
    const now = await databaseNow(tx.db);
    for (const { functionId, cron, nextAt, hasCome } of due) {
      await setNextCron(tx, functionId, nextOf(cron, now));
      if (!hasCome) continue;
      const data = { cron, scheduledAt: nextAt.toISOString(), fireAt: now.toISOString() };
      await insertRun(tx, functionId, {
        id: newTraceId(),
        name: "inngest/scheduled.timer",
        data,
        ts: now.getTime(),
      });
    }
  });

/** `TZ=Asia/Seoul 0 9 * * *` is at nine in Seoul; without a zone it is UTC. */
function nextOf(cron: string, after: Date): Date {
  const [, timezone = "UTC", expression = ""] = /^(?:TZ=(\S+) )?(.*)$/.exec(cron) ?? [];
  const next = new Cron(expression, { timezone }).nextRun(after);
  if (!next) throw new Error(`the schedule "${cron}" has no next time`);
  return next;
}
