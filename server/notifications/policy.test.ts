import { expect, it } from "vitest";
import type { Told } from "./contract.ts";
import { notificationFor } from "./policy.ts";

const orderMoved = (oldStatus: string, newStatus: string): Told => ({
  name: "orders.updated",
  data: { orderId: "order_1", oldStatus, newStatus, reason: "" },
});
const paymentMoved = (newStatus: string): Told => ({
  name: "payments.updated",
  data: { orderId: "order_1", paymentId: "payment_1", newStatus, amount: 1000, reason: "" },
});
const levelMoved = (oldLevel: string, newLevel: string): Told => ({
  name: "inventory.updated",
  data: { sessionId: "event_session_1", oldLevel, newLevel, remaining: 1, total: 10 },
});
const refundMoved = (newStatus: string, reason: string): Told => ({
  name: "refunds.updated",
  data: { orderId: "order_1", refundId: "refund_1", newStatus, amount: 1000, reason },
});

it.each<[Told, string[]]>([
  [orderMoved("pending", "processing"), ["customer", "admin"]],
  [orderMoved("processing", "confirmed"), ["customer", "admin", "inventory"]],
  [orderMoved("confirmed", "shipped"), ["customer", "logistics"]],
  [orderMoved("shipped", "delivered"), ["customer", "fulfillment"]],
  [orderMoved("processing", "failed"), []],
  [paymentMoved("completed"), ["customer", "finance"]],
  [paymentMoved("refunded"), ["customer", "finance"]],
  [refundMoved("asked", "cancelled_by_buyer"), ["customer", "finance"]],
  [refundMoved("asked", "event_cancelled"), ["finance"]],
  [refundMoved("refused", "event_cancelled"), ["customer", "admin", "finance"]],
  [levelMoved("HIGH", "MID"), ["admin", "procurement"]],
  [levelMoved("MID", "LOW"), ["admin", "procurement", "alert"]],
  [levelMoved("LOW", "SOLDOUT"), ["admin", "marketing", "alert"]],
  [levelMoved("HIGH", "SOLDOUT"), ["admin", "procurement", "alert", "marketing"]],
  [levelMoved("LOW", "HIGH"), []],
])("%o is told to %o", (told, recipients) => {
  expect(notificationFor(told).recipients).toEqual(recipients);
});
