import { databaseNow } from "../../platform/database/clock.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import type { AppContext } from "../../platform/operation/context.ts";
import type { Progress } from "../contract.ts";
import { callsOf, nextDue, setBack, take, wake } from "../policy.ts";
import { type Answer, type Call, callFunction, type FunctionConfig, retriesOf } from "../protocol.ts";
import { acceptEvents } from "../steps/accept-events.ts";
import { type RunRow, saveRun } from "../store.ts";

/** How a run is carried on: what the app's functions are and how one of them is called. */
export interface Carrier {
  readonly functions: readonly FunctionConfig[];
  readonly app: Parameters<typeof callFunction>[0];
}

/**
 * Carries a claimed run on until it waits or is over, keeping each step as it ends. No request is made inside a
 * transaction. What another driver took over in the meantime is left to it: nothing is written.
 */
export async function advanceRun(ctx: AppContext, { functions, app }: Carrier, run: RunRow): Promise<void> {
  const config = functions.find(({ id }) => id === run.functionId);
  if (!config) return;
  let progress = setBack(run, run.savedAt, await databaseNow(ctx.db));
  for (;;) {
    const before = wake(progress, await databaseNow(ctx.db));
    const calls = callsOf(before, await databaseNow(ctx.db));
    const answers = await Promise.all(
      calls.map((call) => callFunction(app, config, { ...before, id: run.id, event: run.event }, call)),
    );
    const now = await databaseNow(ctx.db);
    progress = takeAll(before, calls, answers, now, retriesOf(config));
    const dueAt = nextDue(progress, now);
    const waits = dueAt > now;
    if (!(await keep(ctx, functions, run, { ...progress, dueAt }, waits))) return;
    if (progress.end || waits) return;
  }
}

/** What the driver does not know how to do ends the run: trying again would not teach it. */
function takeAll(
  before: Progress,
  calls: readonly Call[],
  answers: readonly Answer[],
  now: Date,
  retries: number,
): Progress {
  try {
    return calls.reduce(
      (progress, call, index) => take(progress, call, answers[index] as Answer, now, retries),
      before,
    );
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    return { ...before, end: { outcome: "failed", error: { name, message } } };
  }
}

/**
 * Keeps the run, and tells of one that failed: its `onFailure` is a function that this triggers.
 * @returns false where another driver took it over
 */
const keep = (
  ctx: AppContext,
  functions: readonly FunctionConfig[],
  run: RunRow,
  progress: Progress,
  waits: boolean,
): Promise<boolean> =>
  inTransaction(ctx, async (tx) => {
    const saved = await saveRun(tx, run, progress, waits);
    if (saved && progress.end?.outcome === "failed") {
      const { id: run_id, functionId: function_id, event } = run;
      ctx.log.error({ action: "job", target: function_id, outcome: "failed", err: progress.end.error });
      const data = { run_id, function_id, event, error: progress.end.error };
      await acceptEvents(tx, functions, [{ id: `failed:${run_id}`, name: "inngest/function.failed", data }]);
    }
    return saved;
  });
