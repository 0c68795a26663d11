import { randomUUID } from "node:crypto";
import { createSingleFlight } from "../../platform/concurrency/single-flight.ts";
import { databaseNow } from "../../platform/database/clock.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import type { AppContext, Tx } from "../../platform/operation/context.ts";
import type { RunEvent } from "../contract.ts";
import {
  type App,
  callFunction,
  type FunctionConfig,
  fetchFunctions,
  retriesOf,
} from "../gateways/inngest.ts";
import { isTriggeredBy, outcomeOf, setBack } from "../policy.ts";
import {
  claimRun,
  endRun,
  findDue,
  insertEvent,
  insertRun,
  postponeRun,
  purge,
  type RunRow,
  recordRunner,
  renewLease,
} from "../store.ts";
import { beginCrons, keepCrons } from "./begin-crons.ts";

const POLL_MS = 1000;
const RENEW_MS = 10_000;
const PURGE_MS = 600_000;
/** How often a runner records that it works. */
const SEEN_MS = 10_000;
/** How many runs this process executes at once, over all functions. */
const RUNS_MAX = 20;
/** The limit of functions that set none. */
const UNLIMITED = 1_000_000;

/** An event as it is sent: an id makes it the same event however often it comes. */
type SentEvent = Pick<RunEvent, "name"> & Partial<RunEvent>;

/** The app's functions, and how one of them is called. */
interface Executor {
  readonly functions: readonly FunctionConfig[];
  readonly app: App;
}

/** Runs the app's Inngest functions where no Inngest server does (docs/decisions/017-embedded-job-runner.md). */
export interface JobRunner {
  /** Takes in events and begins what they trigger at once. @returns their ids */
  send(events: readonly SentEvent[]): Promise<string[]>;
  /** Begins nothing more and waits for what runs; a run that is not over by then is taken over by another runner. */
  stop(): Promise<void>;
}

/**
 * Takes in events for the runners of other processes, in a process that runs no jobs itself. They find the runs within a
 * second.
 * @returns what takes in events; resolves to their ids
 */
export async function takeInEvents(ctx: AppContext, app: App): Promise<JobRunner["send"]> {
  const functions = await fetchFunctions(app);
  return (events) => inTransaction(ctx, (tx) => acceptEvents(tx, functions, events));
}

/**
 * Starts a job runner: it asks the app for its functions, keeps their crons and executes their runs, beside any number of
 * other runners on the same database. It looks once a second, and at once when an event comes.
 * @throws Error where a function needs what the runner does not have
 */
export async function startJobRunner(ctx: AppContext, app: App): Promise<JobRunner> {
  const executor = { app, functions: await fetchFunctions(app) };
  const running = runExecutions(ctx, executor);
  const loop = repeat(lookFor(ctx, executor, running), (error) =>
    ctx.log.warn({ action: "job-runner", err: error }),
  );
  running.onEnd(loop.wake);
  const purging = setInterval(() => void purge(ctx).catch(() => {}), PURGE_MS);
  purging.unref();
  return {
    async send(events) {
      const ids = await inTransaction(ctx, (tx) => acceptEvents(tx, executor.functions, events));
      loop.wake();
      return ids;
    },
    async stop() {
      clearInterval(purging);
      await loop.stop();
      await running.over();
    },
  };
}

/** Takes in events, each once, and starts a run of every function that one of them triggers. @returns their ids */
async function acceptEvents(
  tx: Tx,
  functions: readonly FunctionConfig[],
  events: readonly SentEvent[],
): Promise<string[]> {
  const ids: string[] = [];
  for (const { id = randomUUID(), name, data = {}, ts = Date.now() } of events) {
    ids.push(id);
    if (!(await insertEvent(tx, id))) continue;
    const event = { id, name, data, ts };
    for (const config of functions) if (isTriggeredBy(config, name)) await insertRun(tx, config.id, event);
  }
  return ids;
}

/** One look: begins the crons whose time has come, and claims runs while there are any and room for them. */
function lookFor(
  ctx: AppContext,
  { functions }: Executor,
  running: Pick<ReturnType<typeof runExecutions>, "begin" | "hasRoom">,
): (signal: AbortSignal) => Promise<void> {
  const limits = Object.fromEntries(functions.map(({ id, concurrency }) => [id, concurrency ?? UNLIMITED]));
  let scheduled = false;
  let seenAt = Number.NEGATIVE_INFINITY;
  return async (signal) => {
    if (!scheduled) await keepCrons(ctx, functions);
    scheduled = true;
    const due = await findDue(ctx);
    if (performance.now() - seenAt > SEEN_MS) {
      await recordRunner(ctx, "embedded");
      seenAt = performance.now();
    }
    if (due.crons) await beginCrons(ctx);
    else if (!due.runs) return;
    while (running.hasRoom() && !signal.aborted) {
      const run = await inTransaction(ctx, (tx) => claimRun(tx, limits));
      if (!run) return;
      running.begin(run);
    }
  };
}

/** Executes runs, each under a lease that is renewed meanwhile. */
function runExecutions(ctx: AppContext, executor: Executor) {
  const running = new Set<Promise<void>>();
  let notifyEnd = () => {};
  const executeLeased = async (run: RunRow) => {
    const renewing = setInterval(() => void renewLease(ctx, run).catch(() => {}), RENEW_MS);
    await executeRun(ctx, executor, run)
      .catch((error) => ctx.log.warn({ action: "job-runner", err: error }))
      .finally(() => clearInterval(renewing));
  };
  return {
    begin(run: RunRow) {
      const execution = executeLeased(run);
      running.add(execution);
      void execution.finally(() => {
        running.delete(execution);
        notifyEnd();
      });
    },
    hasRoom: () => running.size < RUNS_MAX,
    /** Called when a run ends and leaves room for another. */
    onEnd(tell: () => void) {
      notifyEnd = tell;
    },
    over: () => Promise.all(running),
  };
}

/**
 * Executes a claimed run once: it completes, fails, or waits for its next try. No request is made inside a transaction.
 * Nothing is written where another runner took the run over in the meantime.
 */
async function executeRun(ctx: AppContext, { functions, app }: Executor, run: RunRow): Promise<void> {
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

/** Does `work` once a second and at each wake, never twice at once. A failure is reported, and the next look follows. */
function repeat(work: (signal: AbortSignal) => Promise<void>, onError: (error: unknown) => void) {
  const stopping = new AbortController();
  const { signal } = stopping;
  const looks = createSingleFlight<void>();
  const look = async () => {
    if (!signal.aborted) await work(signal).catch(onError);
  };
  const wake = () => void looks.run("look", look);
  const polling = setInterval(wake, POLL_MS);
  wake();
  return {
    wake,
    async stop() {
      stopping.abort();
      clearInterval(polling);
      await looks.pending("look");
    },
  };
}
