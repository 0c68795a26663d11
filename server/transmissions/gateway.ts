import type { Tx } from "../platform/operation/context.ts";

/** A transmission as it goes out. */
export interface Outgoing {
  /** The same on every try: by it the receiver drops a duplicate. */
  readonly id: string;
  readonly type: string;
  readonly aggregateId: string;
  /** The exact bytes of every try, as JSON text. */
  readonly body: string;
  readonly traceId: string;
}

/** What became of one try. */
export interface Delivered {
  readonly outcome: "sent" | Failure;
  /** The HTTP status, where there was an answer. */
  readonly status?: number | undefined;
  readonly error?: string | undefined;
  /** The beginning of the answer. */
  readonly response?: string | undefined;
  /** How long the receiver asks to be left alone. */
  readonly retryAfterSeconds?: number | undefined;
}

/**
 * `blocked`: the address is not one to call. `permanent`: the receiver will never take it. `unknown`: a fault in our
 * own code.
 */
export type Failure = "timeout" | "network" | "status" | "blocked" | "permanent" | "unknown";

/** A transmission that arrived, or that is not tried again by itself. */
export interface Finished {
  readonly body: string;
  readonly to: "SENT" | "DEAD";
  readonly error?: string | undefined;
}

/** Where transmissions go: it knows how to hand over one and never throws for what the receiver does. */
export interface Destination {
  /**
   * Hands over one transmission, within ten seconds.
   * @param signal - aborts when the process stops
   */
  deliver(message: Outgoing, signal: AbortSignal): Promise<Delivered>;
  /** What follows from the end of transmissions, in the transaction that keeps it. */
  settled?(tx: Tx, finished: readonly Finished[]): Promise<void>;
}
