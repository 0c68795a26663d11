import { databaseNow } from "../../platform/database/clock.ts";
import type { AppContext } from "../../platform/operation/context.ts";
import { type App, callFunction, type FunctionConfig, retriesOf } from "../gateways/inngest.ts";
import { outcomeOf, setBack } from "../policy.ts";
import { endRun, postponeRun, type RunRow } from "../store.ts";

/** The app's functions, and how one of them is called. */
export interface Executor {
  readonly functions: readonly FunctionConfig[];
  readonly app: App;
}

/**
 * Executes a claimed run once: it completes, fails, or waits for its next try. No request is made inside a transaction.
 * Nothing is written where another runner took the run over in the meantime.
 */
export async function executeRun(ctx: AppContext, { functions, app }: Executor, run: RunRow): Promise<void> {
  const config = functions.find(({ id }) => id === run.functionId);
  if (!config) return;
  const claimedAt = await databaseNow(ctx.db);
  const dueAt = setBack(run.dueAt, run.savedAt, claimedAt);
  if (dueAt > claimedAt) return postponeRun(ctx, run, run.attempt, dueAt);
  const answer = await callFunction(app, config, run);
  const outcome = outcomeOf(answer, run.attempt, retriesOf(config), await databaseNow(ctx.db));
  if (outcome.kind === "retry") return postponeRun(ctx, run, run.attempt + 1, outcome.dueAt);
  if (outcome.kind === "failed")
    ctx.log.error({ action: "job", target: run.functionId, outcome: "failed", err: outcome.error });
  await endRun(ctx, run, outcome);
}
