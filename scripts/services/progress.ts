import { performance } from "node:perf_hooks";

/** Tells a person at a terminal what a start is doing. */
export interface Progress {
  /** One line with the seconds since the start. */
  step(text: string): void;
  /** Lines without a time. */
  say(text: string): void;
  /** Something that went wrong, on standard error. */
  fail(text: string): void;
}

/** Progress on the terminal, counted from now. */
export function terminalProgress(): Progress {
  const startedAt = performance.now();
  return {
    step: (text) => {
      const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
      process.stdout.write(`${seconds.padStart(6)}s  ${text}\n`);
    },
    say: (text) => process.stdout.write(`${text}\n`),
    fail: (text) => process.stderr.write(`${text}\n`),
  };
}
