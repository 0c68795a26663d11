/** Where a message can go (SPEC 7). */
export type Destination = "data-platform" | "events" | "payment-provider" | "email";

/** A fact that must leave the system. */
export interface Message {
  readonly destination: Destination;
  /** `OrderCompleted`, `orders.updated`, `RefundRequested`. */
  readonly type: string;
  /** Messages of one aggregate go out in the order they were written. */
  readonly aggregateId: string;
  readonly payload: Readonly<Record<string, unknown>>;
  /** The trace it goes out under; the transaction's own where it is not given. */
  readonly traceId?: string | undefined;
}
