import { setTimeout as sleep } from "node:timers/promises";
import type { AppContext } from "../platform/context.ts";
import { inTransaction } from "../platform/transaction.ts";
import { acceptEvents, type SentEvent } from "./commands/accept-events.ts";
import { advanceRun, type Carrier } from "./commands/advance-run.ts";
import { beginCrons, keepCrons } from "./commands/begin-crons.ts";
import { fetchFunctions } from "./protocol.ts";
import { claimRun, isAnythingDue, purge, type RunRow, renewLease } from "./store.ts";

const POLL_MS = 1000;
const RENEW_MS = 10_000;
const PURGE_MS = 600_000;
/** Of this process, over all functions. */
const RUNS_MAX = 20;
/** For functions that set none. */
const UNLIMITED = 1_000_000;

/** What drives the app's Inngest functions where no Inngest server does (SPEC 7). */
export interface Driver {
  /** Takes in events and begins what they trigger at once. @returns their ids */
  send(events: readonly SentEvent[]): Promise<string[]>;
  /** Begins nothing more and waits for what runs; a run that is not over by then is taken up by another driver. */
  stop(): Promise<void>;
}

/**
 * Starts a driver: it asks the app for its functions, keeps their crons, and carries their runs on, beside any number
 * of other drivers on the same database. It looks once a second, and at once when an event comes.
 */
export async function startDriver(ctx: AppContext, app: Carrier["app"]): Promise<Driver> {
  const functions = await fetchFunctions(app);
  const limits = Object.fromEntries(functions.map(({ id, concurrency }) => [id, concurrency ?? UNLIMITED]));
  let scheduled = false;
  const running = new Set<Promise<void>>();
  const stopping = new AbortController();
  let alarm = Promise.withResolvers<void>();

  const carry = async (run: RunRow) => {
    const renewing = setInterval(() => void renewLease(ctx, run).catch(() => {}), RENEW_MS);
    try {
      await advanceRun(ctx, { functions, app }, run);
    } finally {
      clearInterval(renewing);
    }
  };
  const begin = (run: RunRow) => {
    const carried = carry(run).catch((error) => ctx.log.warn({ action: "driver", err: error }));
    running.add(carried);
    void carried.finally(() => {
      running.delete(carried);
      // What waited for its place may have it now.
      alarm.resolve();
    });
  };
  const look = async () => {
    if (!scheduled) await keepCrons(ctx, functions);
    scheduled = true;
    if (!(await isAnythingDue(ctx))) return;
    await beginCrons(ctx);
    while (running.size < RUNS_MAX && !stopping.signal.aborted) {
      const run = await inTransaction(ctx, (tx) => claimRun(tx, limits));
      if (!run) return;
      begin(run);
    }
  };
  const loop = async () => {
    while (!stopping.signal.aborted) {
      alarm = Promise.withResolvers();
      await look().catch((error) => ctx.log.warn({ action: "driver", err: error }));
      await Promise.race([
        alarm.promise,
        sleep(POLL_MS, undefined, { signal: stopping.signal }).catch(() => {}),
      ]);
    }
  };
  const looping = loop();
  const purging = setInterval(() => void purge(ctx).catch(() => {}), PURGE_MS);
  purging.unref();

  return {
    async send(events) {
      const ids = await inTransaction(ctx, (tx) => acceptEvents(tx, functions, events));
      alarm.resolve();
      return ids;
    },
    async stop() {
      clearInterval(purging);
      stopping.abort();
      await looping;
      await Promise.all(running);
    },
  };
}
