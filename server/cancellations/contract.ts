import { z } from "zod";
import { eventId, eventSessionId } from "../catalog/contract.ts";
import { instantOut, noteText } from "../platform/values/text.ts";

/** The event by which the job learns that orders are to be refunded. */
export const EVENT_SESSION_CANCELLED = "cancellations/event-session-cancelled";

/** The buyers read the reason as it is written. */
export const CancelEventSession = z.strictObject({ id: eventSessionId, reason: noteText });
export const CancelEvent = z.strictObject({ eventId, reason: noteText });
export const CancellationsOfEvent = z.strictObject({ eventId });

/** How far the orders of a cancelled event session are. */
export const Cancellation = z.object({
  eventSessionId,
  reason: z.string(),
  createdAt: instantOut,
  /** When no order or hold was left; null while some are. */
  doneAt: instantOut.nullable(),
  /** Orders that are still paid or being paid. */
  ordersLeft: z.int(),
  /** Orders that were cancelled with the event session. */
  ordersCancelled: z.int(),
  /** Of their refunds: asked for at the provider, done, refused by it. */
  refunds: z.object({ asked: z.int(), done: z.int(), refused: z.int() }),
  /** KRW that has gone back, and that is to go back in all. */
  refundedKrw: z.int(),
  toRefundKrw: z.int(),
});
export type Cancellation = z.output<typeof Cancellation>;

export const Cancelled = z.object({ eventSessionIds: z.array(eventSessionId) });
