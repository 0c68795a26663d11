import cluster, { type Worker } from "node:cluster";
import { createMetricsRelay } from "#server/platform/metrics/relay.ts";
import type { AppLog } from "./app-log.ts";
import { StartFailure } from "./failure.ts";
import { keepRunning, type Service } from "./keep-running.ts";
import { lastLines } from "./process.ts";
import type { Progress } from "./progress.ts";

/** After its grace the app gives up draining after 10 seconds; this is for one that no longer listens to signals. */
const STOP_SECONDS = 15;

export interface WorkersOptions {
  readonly count: number;
  /** The module each worker runs. */
  readonly main: string;
  readonly env: NodeJS.ProcessEnv;
  /** How long one that was asked to stop still answers. */
  readonly graceSeconds: number;
  /** Where the workers' log lines go; ours without it. */
  readonly log: AppLog | undefined;
  /** Where goes what Node and Next print of faults; ours without it. */
  readonly faults: AppLog | undefined;
  readonly progress: Progress;
}

export interface Workers extends AsyncDisposable {
  /** Replaces every worker by a new one, which reads the present code. */
  restart(): void;
}

/**
 * Starts the app processes, which share one port, and replaces each that dies. Resolves when all of them listen.
 * Disposing of them lets them finish what they have begun.
 * @throws StartFailure when one ends before it listens
 */
export async function startWorkers({
  count,
  main,
  env,
  graceSeconds,
  log,
  faults,
  progress,
}: WorkersOptions): Promise<Workers> {
  const outputs = [log?.descriptor ?? "inherit", faults?.descriptor ?? "inherit"] as const;
  cluster.setupPrimary({ exec: main, stdio: ["ignore", ...outputs, "ipc"] });
  const listening = new Set<Worker>();
  const relay = createMetricsRelay(() => [...listening]);
  const startAt = async (place: number, stopping: AbortSignal): Promise<Service> => {
    const worker = cluster.fork({ ...env, SEONCHAK_WORKER: String(place) });
    worker.on("message", (message) => relay(worker, message));
    worker.once("exit", () => listening.delete(worker));
    const service = await startWorker(worker, faults, stopping, graceSeconds + STOP_SECONDS);
    listening.add(worker);
    return service;
  };
  const starts = await Promise.allSettled(
    Array.from({ length: count }, (_, index) =>
      keepRunning({
        name: count === 1 ? "The app" : `App process ${index + 1}`,
        progress,
        start: (stopping) => startAt(index + 1, stopping),
      }),
    ),
  );
  const workers = starts.flatMap((start) => (start.status === "fulfilled" ? [start.value] : []));
  const stopAll = async () => {
    await Promise.all(workers.map((worker) => worker[Symbol.asyncDispose]()));
  };
  const failed = starts.find((start) => start.status === "rejected");
  if (failed) {
    await stopAll();
    throw failed.reason;
  }
  return {
    restart() {
      for (const worker of workers) worker.restart();
    },
    [Symbol.asyncDispose]: stopAll,
  };
}

/** Resolves when the new worker listens. @throws StartFailure when it ends before */
async function startWorker(
  worker: Worker,
  faults: AppLog | undefined,
  stopping: AbortSignal,
  stopSeconds: number,
): Promise<Service> {
  const ended = new Promise<void>((resolve) => worker.once("exit", () => resolve()));
  const stop = () => stopWorker(worker, ended, stopSeconds);
  stopping.addEventListener("abort", stop, { once: true });
  try {
    await untilListening(worker, faults);
  } finally {
    stopping.removeEventListener("abort", stop);
  }
  return { ended, stop };
}

function untilListening(worker: Worker, faults: AppLog | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.once("listening", () => resolve());
    worker.once("exit", (_code, signal: string | null) => reject(new StartFailure(whyEnded(signal, faults))));
  });
}

/** What a signal ends has said nothing. */
function whyEnded(signal: string | null, faults: AppLog | undefined): string {
  if (signal) return `It was ended by ${signal} before it listened.`;
  if (!faults) return "The app did not start: see the message above.";
  return `The app did not start. The end of ${faults.path}:\n${lastLines(faults.path, 20)}`;
}

async function stopWorker(worker: Worker, ended: Promise<void>, stopSeconds: number): Promise<void> {
  if (worker.isDead()) return;
  worker.process.kill("SIGTERM");
  const forced = setTimeout(() => worker.process.kill("SIGKILL"), stopSeconds * 1000);
  await ended;
  clearTimeout(forced);
}
