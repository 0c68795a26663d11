import { z } from "zod";
import { type Id, idOf } from "../platform/values/ids.ts";
import { instantOut, noteText, textOf } from "../platform/values/text.ts";
import { transmissionMachine } from "./machine.ts";
import { DESTINATIONS, REPLAY_MAX, SEARCH_LENGTH_MAX } from "./values.ts";

export type TransmissionId = Id<"transmission">;

/** Where a message can go. */
export const DestinationName = z.enum(DESTINATIONS);
export type DestinationName = z.output<typeof DestinationName>;

/** A fact that must leave the system. */
export interface Message {
  readonly destination: DestinationName;
  /** `OrderCompleted`, `orders.updated`, `RefundRequested`. */
  readonly type: string;
  /** Messages of one aggregate to one destination go out in the order they were written. */
  readonly aggregateId: string;
  readonly payload: Readonly<Record<string, unknown>>;
  /** The trace it goes out under; the transaction's own where it is not given. */
  readonly traceId?: string | undefined;
}

export const TransmissionInput = z.strictObject({ id: idOf("transmission") });

/** Which transmissions: all fields that are given must fit. */
export const TransmissionFilter = z.strictObject({
  status: z.enum(transmissionMachine.states).optional(),
  destination: DestinationName.optional(),
  /** The whole id of a transmission or of what it is about, or a whole type. */
  search: textOf(SEARCH_LENGTH_MAX).optional(),
});
export type TransmissionFilter = z.output<typeof TransmissionFilter>;

export const ListTransmissions = TransmissionFilter.extend({
  /** The last page's `nextCursor`. */
  cursor: z.coerce.number().int().positive().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

export const TransmissionListed = z.object({
  id: idOf("transmission"),
  destination: DestinationName,
  type: z.string(),
  aggregateId: z.string(),
  status: z.enum(transmissionMachine.states),
  /** Failures since it was written or replayed. */
  retryCount: z.int(),
  /** When it is tried next; while a worker has it, when its lease ends. */
  nextAttemptAt: instantOut,
  sentAt: instantOut.nullable(),
  lastError: z.string().nullable(),
  createdAt: instantOut,
});

export const TransmissionPage = z.object({
  items: z.array(TransmissionListed),
  /** Null on the last page. */
  nextCursor: z.int().nullable(),
});

/** `sent`, or why not; `lost` where the worker never finished. */
export const AttemptOutcome = z.enum([
  "sent",
  "timeout",
  "network",
  "status",
  "blocked",
  "permanent",
  "unwanted",
  "lost",
  "unknown",
]);
export type AttemptOutcome = z.output<typeof AttemptOutcome>;

export const Attempt = z.object({
  /** Its number, from 1. */
  number: z.int(),
  /** Whether an operator asked for it. */
  byHand: z.boolean(),
  outcome: AttemptOutcome,
  /** HTTP status, where there was an answer. */
  status: z.int().nullable(),
  error: z.string().nullable(),
  /** The first 2 KB of the answer. */
  response: z.string().nullable(),
  durationMs: z.int(),
  endedAt: instantOut,
});

export const Transmission = TransmissionListed.extend({
  /** The exact body of every try. */
  payload: z.string(),
  note: z.string().nullable(),
  traceId: z.string(),
  attempts: z.array(Attempt),
});

/** How many match, counted up to {@link REPLAY_MAX}; that number means "or more". */
export const TransmissionCount = z.object({ count: z.int() });

export const ReplayMatching = z.strictObject({
  destination: DestinationName.optional(),
  search: textOf(SEARCH_LENGTH_MAX).optional(),
  /**
   * How many the caller was shown: with another number nothing is replayed. {@link REPLAY_MAX} means that many or more,
   * and the oldest are replayed.
   */
  expected: z.int().min(1).max(REPLAY_MAX),
});

export const Replayed = z.object({ replayed: z.int() });

export const ResolveTransmission = z.strictObject({ id: idOf("transmission"), note: noteText });

export const ResumeDestination = z.strictObject({ destination: DestinationName });

/** The outbox at a glance, one row a destination. */
export const DestinationSummary = z.object({
  destination: DestinationName,
  /** Counted up to {@link COUNTED_MAX}; that number means "or more". */
  pending: z.int(),
  failed: z.int(),
  dead: z.int(),
  /** Seconds since the oldest that is not sent was written; null where all are. */
  oldestSeconds: z.int().nullable(),
  sentLastMinute: z.int(),
  circuit: z.object({
    state: z.enum(["CLOSED", "OPEN", "HALF_OPEN"]),
    reason: z.string().nullable(),
    /** When the next probe goes out. */
    probeAt: instantOut.nullable(),
  }),
});
export type DestinationSummary = z.output<typeof DestinationSummary>;
