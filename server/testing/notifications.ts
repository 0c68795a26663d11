import { sendNotifications } from "#server/notifications/commands/send-notifications.ts";
import type { Told } from "#server/notifications/contract.ts";
import { systemContext } from "#server/platform/operation/context.ts";
import { newId } from "#server/platform/values/ids.ts";

/** An event as it leaves the outbox, about something of its own. */
export const told = {
  order: (oldStatus: string, newStatus: string, orderId = newId("order")): Told => ({
    name: "orders.updated",
    data: { orderId, oldStatus, newStatus, reason: "" },
  }),
  payment: (newStatus: string, orderId = newId("order")): Told => ({
    name: "payments.updated",
    data: { orderId, paymentId: newId("payment"), newStatus, amount: 1000, reason: "" },
  }),
  refund: (newStatus: string, orderId = newId("order")): Told => ({
    name: "refunds.updated",
    data: { orderId, refundId: newId("refund"), newStatus, amount: 1000, reason: "" },
  }),
  level: (oldLevel: string, newLevel: string): Told => ({
    name: "inventory.updated",
    data: { sessionId: newId("event_session"), oldLevel, newLevel, remaining: 1, total: 10 },
  }),
};

/** Tells of an event as the job does. @returns its id, by which it can be told again */
export async function tell(event: Told, eventId: string = newId("transmission")): Promise<string> {
  await sendNotifications(systemContext("notifications.send"), { eventId, event });
  return eventId;
}
