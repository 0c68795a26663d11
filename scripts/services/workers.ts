import cluster, { type Worker } from "node:cluster";
import { setTimeout as sleep } from "node:timers/promises";
import { StartFailure } from "./failure.ts";
import type { Progress } from "./progress.ts";

/** The app itself gives up draining after 10 seconds; this is for one that no longer listens to signals. */
const STOP_SECONDS = 15;
const STEADY_MILLISECONDS = 30_000;
const BACKOFF_MILLISECONDS = 100;
const BACKOFF_MILLISECONDS_MAX = 10_000;

export interface WorkersOptions {
  readonly count: number;
  /** The module each worker runs. */
  readonly main: string;
  readonly env: NodeJS.ProcessEnv;
  /** Where the workers' standard output goes: a file, or ours. */
  readonly stdout: number | "inherit";
  readonly progress: Progress;
}

export interface Workers extends AsyncDisposable {
  /** Replaces every worker by a new one, which reads the code anew. */
  restart(): void;
}

/**
 * Starts the app processes, which share one port, and replaces each that dies. Resolves when all of them listen.
 * Disposing of them lets them finish what they have begun.
 * @throws StartFailure when one ends before it listens
 */
export async function startWorkers(options: WorkersOptions): Promise<Workers> {
  cluster.setupPrimary({ exec: options.main, stdio: ["ignore", options.stdout, "inherit", "ipc"] });
  let started = false;
  let stopping = false;
  let quickDeaths = 0;
  const unwanted = new WeakSet<Worker>();

  const replace = async (worker: Worker, startedAt: number) => {
    const asked = unwanted.has(worker);
    quickDeaths = asked || performance.now() - startedAt > STEADY_MILLISECONDS ? 0 : quickDeaths + 1;
    if (!asked) options.progress.step(`App process ${worker.process.pid} died; starting another`);
    if (!asked) await sleep(Math.min(BACKOFF_MILLISECONDS * 2 ** quickDeaths, BACKOFF_MILLISECONDS_MAX));
    if (!stopping) add();
  };
  const add = () => {
    const worker = cluster.fork(options.env);
    const startedAt = performance.now();
    worker.on("exit", () => {
      if (started && !stopping) void replace(worker, startedAt);
    });
    return worker;
  };
  const stopAll = async () => {
    stopping = true;
    await Promise.all(Object.values(cluster.workers ?? {}).map((worker) => worker && stopWorker(worker)));
  };

  try {
    await Promise.all(Array.from({ length: options.count }, () => untilListening(add())));
    started = true;
    // One may have died again while the others were still coming up.
    for (let alive = Object.keys(cluster.workers ?? {}).length; alive < options.count; alive++) add();
  } catch (error) {
    await stopAll();
    throw error;
  }
  return {
    restart() {
      for (const worker of Object.values(cluster.workers ?? {})) {
        if (worker) unwanted.add(worker);
        worker?.process.kill("SIGTERM");
      }
    },
    [Symbol.asyncDispose]: stopAll,
  };
}

function untilListening(worker: Worker): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.once("listening", () => resolve());
    worker.once("exit", () => reject(new StartFailure("The app did not start: see the message above.")));
  });
}

async function stopWorker(worker: Worker): Promise<void> {
  if (worker.isDead()) return;
  const ended = new Promise<void>((resolve) => worker.process.once("exit", () => resolve()));
  worker.process.kill("SIGTERM");
  const forced = setTimeout(() => worker.process.kill("SIGKILL"), STOP_SECONDS * 1000);
  await ended;
  clearTimeout(forced);
}
