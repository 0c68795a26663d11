import { z } from "zod";
import { idOf } from "../platform/values/ids.ts";
import { instantOut } from "../platform/values/text.ts";

/** Recipients of notifications. The customer is the person concerned; the others are departments. */
export const RECIPIENTS = [
  "customer",
  "admin",
  "inventory",
  "logistics",
  "fulfillment",
  "finance",
  "procurement",
  "marketing",
  "alert",
] as const;
export type Recipient = (typeof RECIPIENTS)[number];

/** The events that cause notifications, as they leave the outbox. */
export const Told = z.discriminatedUnion("name", [
  z.object({
    name: z.literal("orders.updated"),
    data: z.object({
      orderId: idOf("order"),
      oldStatus: z.string(),
      newStatus: z.string(),
      reason: z.string(),
    }),
  }),
  z.object({
    name: z.literal("payments.updated"),
    data: z.object({
      orderId: idOf("order"),
      paymentId: idOf("payment"),
      newStatus: z.string(),
      amount: z.int(),
      reason: z.string(),
    }),
  }),
  z.object({
    name: z.literal("events.updated"),
    data: z.object({
      eventId: idOf("event"),
      oldTitle: z.string(),
      newTitle: z.string(),
      oldVenue: z.string(),
      newVenue: z.string(),
      /** Until when tickets can be given back at the least; not in what was written before it was so. */
      cancelUntilAt: z.string().optional(),
    }),
  }),
  z.object({
    name: z.literal("event-sessions.updated"),
    data: z.object({
      eventId: idOf("event"),
      sessionId: idOf("event_session"),
      title: z.string(),
      oldStartsAt: z.string(),
      newStartsAt: z.string(),
      cancelDeadlineAt: z.string(),
    }),
  }),
  z.object({
    name: z.literal("event-sessions.cancelled"),
    data: z.object({
      eventId: idOf("event"),
      sessionId: idOf("event_session"),
      title: z.string(),
      startsAt: z.string(),
      /** In the words of the person who cancelled it. */
      reason: z.string(),
    }),
  }),
  z.object({
    name: z.literal("refunds.updated"),
    data: z.object({
      orderId: idOf("order"),
      refundId: idOf("refund"),
      newStatus: z.string(),
      amount: z.int(),
      reason: z.string(),
    }),
  }),
  z.object({
    name: z.literal("inventory.updated"),
    data: z.object({
      sessionId: idOf("event_session"),
      oldLevel: z.string(),
      newLevel: z.string(),
      remaining: z.int(),
      total: z.int(),
    }),
  }),
]);
export type Told = z.output<typeof Told>;

export const SendNotifications = z.strictObject({
  /** The event's id, by which a second delivery notifies no one again. */
  eventId: z.string().min(1),
  event: Told,
});

export const NotificationsSent = z.object({ sent: z.int() });

export const Notification = z.object({
  id: idOf("notification"),
  kind: z.string(),
  params: z.record(z.string(), z.unknown()),
  readAt: instantOut.nullable(),
  createdAt: instantOut,
});
