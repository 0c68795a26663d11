import type { Family } from "./families.ts";

/** What the app processes of one start and their launcher tell each other, so that one answer has the counts of all. */
export type MetricsMessage =
  /** A process asks the others. */
  | { readonly metrics: "ask"; readonly id: string }
  /** The launcher says how many processes it has asked. */
  | { readonly metrics: "asked"; readonly id: string; readonly count: number }
  /** A process tells what it has counted. */
  | { readonly metrics: "told"; readonly id: string; readonly told: Told };

export interface Told {
  /** The place of the process among those of the start, from 1. A process that replaces another has its place. */
  readonly worker: string;
  readonly families: readonly Family[];
}

export const isMetricsMessage = (message: unknown): message is MetricsMessage =>
  typeof message === "object" && message !== null && "metrics" in message;

/** A process as the launcher sees it. */
export interface RelayWorker {
  isConnected(): boolean;
  send(message: MetricsMessage): unknown;
}

/**
 * Passes metrics between processes, for the launcher.
 * @param listening - the processes that take requests now
 * @returns what takes each message of a process
 */
export function createMetricsRelay(listening: () => readonly RelayWorker[]) {
  const asking = new Map<string, RelayWorker>();
  return (from: RelayWorker, message: unknown): void => {
    if (!isMetricsMessage(message)) return;
    const { id } = message;
    if (message.metrics === "ask") {
      const others = listening().filter((worker) => worker !== from && worker.isConnected());
      asking.set(id, from);
      from.send({ metrics: "asked", id, count: others.length });
      for (const other of others) other.send(message);
      // An answer that comes later than the one who asked waits for it is dropped.
      setTimeout(() => asking.delete(id), KEPT_MS).unref();
    }
    const asker = asking.get(id);
    if (message.metrics === "told" && asker?.isConnected()) asker.send(message);
  };
}

/** How long a process waits for the others, in milliseconds. */
export const ANSWER_MS = 2000;
const KEPT_MS = 5 * ANSWER_MS;
