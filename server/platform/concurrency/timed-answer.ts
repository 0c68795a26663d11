import { performance } from "node:perf_hooks";
import { explainError } from "../logging/failure.ts";

/** What came of a question to another party. */
export interface TimedAnswer {
  /** Why there is no answer; null where there is one. */
  readonly failure: string | null;
  /** Milliseconds that this process really waited, without those in which it worked at something else. */
  readonly waitedMs: number;
}

/**
 * Asks another party and says how long it took. A busy event loop does not make the other party slow: the time in which
 * the loop worked is left out, and an answer that came while it was blocked still counts when the time is over.
 */
export async function timedAnswer(ask: () => Promise<unknown>, timeoutMs: number): Promise<TimedAnswer> {
  const before = performance.eventLoopUtilization();
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<string>((resolve) => {
    // The loop runs timers before it reads sockets, and immediates after that.
    timer = setTimeout(() => setImmediate(resolve, `no answer in ${timeoutMs} ms`), timeoutMs).unref();
  });
  const failure = await Promise.race([ask().then(() => null, explainError), timeout]);
  clearTimeout(timer);
  const { idle } = performance.eventLoopUtilization(before);
  return { failure, waitedMs: Math.round(idle * 10) / 10 };
}
