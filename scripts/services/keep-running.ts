import { setTimeout as sleep } from "node:timers/promises";
import type { Progress } from "./progress.ts";

/** A service that ran this long was well, and its next death counts as the first one. */
const STEADY_MILLISECONDS = 30_000;
const PAUSE_MILLISECONDS = 100;
const PAUSE_MILLISECONDS_MAX = 10_000;

export interface Service {
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

export interface KeepOptions<T extends Service> {
  readonly name: string;
  readonly progress: Progress;
  /** @param stopping - aborted when the service is no longer wanted */
  start(stopping: AbortSignal): Promise<T>;
}

export interface KeptService<T extends Service> extends AsyncDisposable {
  /** The service as it was first started: what it tells of itself, such as its port, is the same after a restart. */
  readonly first: T;
  /** Replaces the service by a new one at once, also while it pauses after a death. */
  restart(): void;
}

/**
 * Starts a service, and starts it again whenever it dies until it is disposed of, which stops it. The pause before a
 * start doubles with each death that follows soon on the last one, up to ten seconds; it never gives up.
 * @throws what `start` throws, the first time
 */
export async function keepRunning<T extends Service>(options: KeepOptions<T>): Promise<KeptService<T>> {
  const { name, progress, start } = options;
  const stopping = new AbortController();
  const first = await start(stopping.signal);
  let current: T | undefined = first;
  let restarted = new AbortController();

  const attend = async () => {
    let failure: Error | undefined;
    for (let deaths = 0; ; ) {
      const startedAt = performance.now();
      await current?.ended;
      if (stopping.signal.aborted) return;
      if (restarted.signal.aborted) deaths = 0;
      else {
        deaths = performance.now() - startedAt > STEADY_MILLISECONDS ? 1 : deaths + 1;
        const pause = Math.min(PAUSE_MILLISECONDS * 2 ** (deaths - 1), PAUSE_MILLISECONDS_MAX);
        const again = `starting it again${inSeconds(pause)}`;
        if (failure) progress.fail(`${name} did not come back; ${again}. ${failure.message}`);
        else progress.step(`${name} died; ${again}`);
        await sleep(pause, undefined, {
          signal: AbortSignal.any([stopping.signal, restarted.signal]),
        }).catch(() => {});
        if (stopping.signal.aborted) return;
      }
      restarted = new AbortController();
      failure = undefined;
      current = await start(stopping.signal).catch((error: Error) => {
        failure = error;
        return undefined;
      });
      if (restarted.signal.aborted) void current?.stop();
      if (current && deaths > 0) progress.step(`${name} is back`);
    }
  };
  const attending = attend();
  return {
    first,
    restart() {
      restarted.abort();
      void current?.stop();
    },
    async [Symbol.asyncDispose]() {
      stopping.abort();
      await current?.stop();
      await attending;
      await current?.stop();
    },
  };
}

/** Nothing for a pause that no reader would notice. */
const inSeconds = (milliseconds: number): string =>
  milliseconds < 1000 ? "" : ` in ${Math.round(milliseconds / 1000)} seconds`;
