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
  /** The span of this try, while spans are sent to a collector. */
  readonly spanId?: string | undefined;
}

/** The result of one try. */
export interface Delivered {
  readonly outcome: "sent" | Failure;
  /** The HTTP status, where there was an answer. */
  readonly status?: number | undefined;
  readonly error?: string | undefined;
  /** The beginning of the answer. */
  readonly response?: string | undefined;
  /** How long the receiver asks us to wait. */
  readonly retryAfterSeconds?: number | undefined;
}

/**
 * `blocked`: the address must not be called. `permanent`: the receiver will never take it. `unwanted`: it is of no use to
 * anyone any more, which is no one's fault. `unknown`: a fault in our own code.
 */
export type Failure = "timeout" | "network" | "status" | "blocked" | "permanent" | "unwanted" | "unknown";

/** A transmission that was delivered, or that is dead. */
export interface Finished {
  readonly body: string;
  readonly to: "SENT" | "DEAD";
  readonly error?: string | undefined;
}

/** A destination of transmissions: it delivers one, and never throws for what the receiver does. */
export interface Destination {
  /**
   * Delivers one transmission, within ten seconds.
   * @param signal - aborts when the process stops
   */
  deliver(message: Outgoing, signal: AbortSignal): Promise<Delivered>;
  /** Runs when transmissions are finished, in the transaction that saves it. */
  onFinished?(tx: Tx, finished: readonly Finished[]): Promise<void>;
}
