import { z } from "zod";
import { eventSessionId } from "../catalog/contract.ts";
import { INVENTORY_LEVELS, SALE_STATUSES } from "../catalog/values.ts";
import { instantOut } from "../platform/values/text.ts";

/** The REST contract says `sessionId`; it always means the event session. */
export const QueueInput = z.strictObject({ sessionId: eventSessionId });

const TOKEN_LENGTH_MAX = 256;
export const QueueTokenInput = z.strictObject({ token: z.string().min(1).max(TOKEN_LENGTH_MAX) });

const position = z.int().meta({ description: "What is left of the place: 1 is next, 0 is admitted." });
const total = z.int().meta({ description: "How many people wait in this queue." });
const expiresAt = instantOut.meta({
  description: "When the admission ends; for a waiting person, when the place is lost unless they ask again.",
});
const pollAfterMs = z.int().meta({ description: "Ask again no sooner than this, in milliseconds." });

/** A person's place, as `POST /api/queue/token` gives it. */
export const Place = z.object({
  queueToken: z.string(),
  number: z.int().meta({ description: "The place in the order of arrival; it never changes." }),
  position,
  expiresAt,
  allowed: z.boolean(),
});
export type Place = z.output<typeof Place>;

/** The wait most likely lies between these, in seconds. */
export const WaitRange = z.object({ min: z.int(), max: z.int() });
export type WaitRange = z.output<typeof WaitRange>;

/**
 * What a queue waits for. The first five may still lead to a ticket: it moves, all that is left is held by others, an
 * operator stopped letting people in, an operator paused the sale, or sales have not begun. The others end every wait.
 */
export const QUEUE_STANDINGS = [
  "MOVING",
  "WAITING_FOR_HOLDS",
  "ADMISSION_PAUSED",
  "PAUSED",
  "NOT_OPEN",
  "SOLD_OUT",
  "CLOSED",
  "WITHDRAWN",
  "CANCELLED",
] as const;
export type QueueStanding = (typeof QUEUE_STANDINGS)[number];

/** One's own place later on. */
export const PlaceStatus = z.object({
  position,
  ahead: z.int(),
  total,
  allowed: z.boolean(),
  expiresAt,
  standing: z.enum(QUEUE_STANDINGS).meta({ description: "What the queue waits for." }),
  estimatedWaitSeconds: WaitRange.nullable().meta({
    description:
      "Null while the queue stands still or too little is known; `max` is at most 2.5 times `min`.",
  }),
  pollAfterMs,
});
export type PlaceStatus = z.output<typeof PlaceStatus>;

/** The one public figure of a queue: the same for everyone who asks. */
export const QueueStatus = z.object({
  serving: z.int().meta({ description: "The number up to which people have been let in." }),
  total,
  level: z.enum(INVENTORY_LEVELS),
  status: z.enum(SALE_STATUSES),
  standing: z
    .enum(QUEUE_STANDINGS)
    .meta({ description: "What the queue waits for, or why every wait is over." }),
  pollAfterMs,
});
export type QueueStatus = z.output<typeof QueueStatus>;

/** What a watcher receives: each change of the status, and that the queue was lost and everyone has to join again. */
export type QueueUpdate = ({ readonly kind: "figure" } & QueueStatus) | { readonly kind: "restarted" };

export const Left = z.object({
  left: z.boolean().meta({ description: "False when the place was gone already." }),
});
