import { setTimeout as sleep } from "node:timers/promises";
import { StartFailure } from "./failure.ts";
import type { Progress } from "./progress.ts";

const DEATHS_MAX = 5;
const DEATHS_WINDOW_MILLISECONDS = 60_000;
const PAUSE_MILLISECONDS = 200;

interface Service {
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

export interface KeepOptions<T extends Service> {
  readonly name: string;
  readonly progress: Progress;
  start(): Promise<T>;
  /** The service cannot be kept running any longer. */
  onGivenUp(reason: StartFailure): void;
}

export interface KeptService<T extends Service> extends AsyncDisposable {
  /** The service as it was first started: what it tells of itself, such as its port, is the same after a restart. */
  readonly first: T;
}

/**
 * Starts a service and starts it again whenever it dies, until it is disposed of, which stops it. One that dies
 * {@link DEATHS_MAX} times within a minute is given up.
 * @throws what `start` throws, the first time
 */
export async function keepRunning<T extends Service>(options: KeepOptions<T>): Promise<KeptService<T>> {
  const { name, progress, start, onGivenUp } = options;
  const first = await start();
  let current = first;
  let stopping = false;
  const watch = async () => {
    let deaths: number[] = [];
    for (;;) {
      await current.ended;
      if (stopping) return;
      const now = performance.now();
      deaths = [...deaths.filter((at) => now - at < DEATHS_WINDOW_MILLISECONDS), now];
      if (deaths.length > DEATHS_MAX) throw new StartFailure(`${name} dies again and again.`);
      progress.step(`${name} died; starting it again`);
      await sleep(PAUSE_MILLISECONDS);
      if (stopping) return;
      current = await start();
      progress.step(`${name} is back`);
      if (stopping) return;
    }
  };
  const watching = watch().catch((error: Error) =>
    onGivenUp(new StartFailure(`${name} cannot be kept running. ${error.message}`)),
  );
  return {
    first,
    async [Symbol.asyncDispose]() {
      stopping = true;
      await current.stop();
      await watching;
      await current.stop();
    },
  };
}
