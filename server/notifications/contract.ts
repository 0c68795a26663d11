import { z } from "zod";
import { DELIVERY_TYPES } from "../delivery/contract.ts";
import { idOf } from "../platform/values/ids.ts";
import { instantOut } from "../platform/values/text.ts";
import { mayChoose, NOTICES } from "./values.ts";

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

export const Department = z.enum(RECIPIENTS).exclude(["customer"]);
export type Department = z.output<typeof Department>;

/** What a notification is about. The pages have a text for each; only its parameters are stored. */
export const NotificationKind = z.enum([
  "order.processing",
  "order.confirmed",
  "order.shipped",
  "order.delivered",
  "shipping.corrected",
  "payment.completed",
  "payment.refunded",
  "refund.asked",
  "refund.refused",
  "refund.done",
  "inventory.MID",
  "inventory.LOW",
  "inventory.SOLDOUT",
  "event.changed",
  "event.moved",
  "event.cancelled",
  "event.soon",
  "opening.soon",
  "opening.cancelled",
  "turn.come",
  "turn.lost",
  "waitlist.OFFERED",
  "waitlist.LAPSED",
  "waitlist.ENDED",
  "ticket.given",
  "ticket.received",
  "alert.firing",
  "alert.resolved",
]);
export type NotificationKind = z.output<typeof NotificationKind>;

/** The events that cause notifications, as they leave the outbox. */
export const Told = z.discriminatedUnion("name", [
  z.object({
    name: z.literal("orders.updated"),
    data: z.object({
      orderId: idOf("order"),
      oldStatus: z.string(),
      newStatus: z.string(),
      reason: z.string(),
      /** Not in what was written before there were paper tickets. */
      delivery: z.enum(DELIVERY_TYPES).optional(),
    }),
  }),
  z.object({
    name: z.literal("shippings.updated"),
    data: z.object({
      orderId: idOf("order"),
      shippingId: idOf("shipping"),
      carrier: z.string(),
      trackingNumber: z.string(),
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
    name: z.literal("tickets.transferred"),
    data: z.object({
      transferId: idOf("transfer"),
      ticketId: idOf("ticket"),
      eventId: idOf("event"),
      title: z.string(),
      startsAt: z.string(),
      fromId: idOf("user"),
      toId: idOf("user"),
    }),
  }),
  z.object({
    name: z.literal("refunds.updated"),
    data: z.object({
      orderId: idOf("order"),
      refundId: idOf("refund"),
      newStatus: z.string(),
      amount: z.int(),
      /** KRW that were paid for the order, and the tickets that the refund is for; null where it is for all of them. */
      paid: z.int().optional(),
      ticketNumbers: z.array(z.int()).nullable().optional(),
      reason: z.string(),
    }),
  }),
  z.object({
    name: z.literal("waitlist.updated"),
    data: z.object({
      entryId: idOf("waitlist_entry"),
      userId: idOf("user"),
      sessionId: idOf("event_session"),
      quantity: z.int(),
      newStatus: z.string(),
      /** Why the list ended for them; null where it did not. */
      reason: z.string().nullable(),
      /** Until when what is offered can be accepted; null where nothing was. */
      offerEndsAt: z.string().nullable(),
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
  kind: NotificationKind,
  params: z.record(z.string(), z.unknown()),
  /** Through which of the reader's departments it came; none where it is the reader's own. */
  departments: z.array(Department),
  /** The title of the event that it is about, where there is one. */
  title: z.string().nullable(),
  read: z.boolean(),
  createdAt: instantOut,
});
export type Notification = z.output<typeof Notification>;

const LISTED_MAX = 50;
export const ListNotifications = z.strictObject({
  /** The last page's `nextCursor`. */
  cursor: z.string().max(500).optional(),
  limit: z.int().min(1).max(LISTED_MAX).default(20),
});

export const NotificationPage = z.object({
  items: z.array(Notification),
  /** Null on the last page. */
  nextCursor: z.string().nullable(),
});

/** Unread notifications are counted up to this number, which means "or more". */
export const UNREAD_MAX = 100;
export const Unread = z.object({ unread: z.int() });
export type Unread = z.output<typeof Unread>;

export const NotificationInput = z.strictObject({ id: idOf("notification") });

export const DepartmentMembership = z.strictObject({ department: Department, userId: idOf("user") });

/** How a member wants to be told what their department is told. */
const MemberChoice = { inApp: z.boolean(), byEmail: z.boolean() };
export const ChooseNotifications = z.strictObject({ department: Department, ...MemberChoice });

const DepartmentMember = z.object({ userId: idOf("user"), email: z.string(), ...MemberChoice });

export const Departments = z.object({
  departments: z.array(
    z.object({
      department: Department,
      /** Those who are told. A department without them is read by all of the staff. */
      members: z.array(DepartmentMember),
    }),
  ),
  /** Who can be made a member. */
  staff: z.array(z.object({ userId: idOf("user"), email: z.string() })),
});
export type Departments = z.output<typeof Departments>;

export const MyDepartments = z.array(ChooseNotifications);

export const OpeningInput = z.strictObject({ sessionId: idOf("event_session") });
export const OpeningWish = z.object({ asked: z.boolean() });

const NoticeChoice = z.strictObject({ notice: z.enum(NOTICES), byEmail: z.boolean(), byPush: z.boolean() });

/** How a person wants to be told of one sort of news. What is about money and bought tickets is always mailed. */
export const ChooseNotices = NoticeChoice.refine(mayChoose, {
  path: ["byEmail"],
  message: "this is always mailed",
});
export const MyNotices = z.array(NoticeChoice);
