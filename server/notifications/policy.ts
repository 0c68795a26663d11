import type { Recipient, Told } from "./contract.ts";

/** The recipients of each transition (docs/spec/state-machines.md#who-is-told). */
const OF_ORDERS: Readonly<Record<string, readonly Recipient[]>> = {
  "pending processing": ["customer", "admin"],
  "processing confirmed": ["customer", "admin", "inventory"],
  "confirmed shipped": ["customer", "logistics"],
  "shipped delivered": ["customer", "fulfillment"],
};
const OF_PAYMENTS: Readonly<Record<string, readonly Recipient[]>> = {
  completed: ["customer", "finance"],
  refunded: ["customer", "finance"],
};
/**
 * Of a refund of all the money there is no notification when it is done, because the refunded payment causes one. Buyers of a cancelled event session are
 * told of cancellation and refund together, so that it was asked for is told to finance alone.
 */
const OF_REFUNDS: Readonly<Record<string, readonly Recipient[]>> = {
  asked: ["customer", "finance"],
  refused: ["customer", "admin", "finance"],
  done: ["customer", "finance"],
};
const OF_LEVELS: Readonly<Record<string, readonly Recipient[]>> = {
  "HIGH MID": ["admin", "procurement"],
  "MID LOW": ["admin", "procurement", "alert"],
  "LOW SOLDOUT": ["admin", "marketing", "alert"],
};

const LEVELS = ["HIGH", "MID", "LOW", "SOLDOUT"];

export interface Notice {
  /** `order.confirmed`, `payment.refunded`, `inventory.LOW`. */
  readonly kind: string;
  readonly recipients: readonly Recipient[];
}

/** The notification of an event and its recipients. A level that falls two steps notifies the recipients of both. */
export function notificationFor({ name, data }: Told): Notice {
  if (name === "orders.updated")
    return { kind: `order.${data.newStatus}`, recipients: recipientsOfOrder(data) };
  if (name === "shippings.updated") return { kind: "shipping.corrected", recipients: ["customer"] };
  if (name === "payments.updated")
    return { kind: `payment.${data.newStatus}`, recipients: OF_PAYMENTS[data.newStatus] ?? [] };
  if (name === "events.updated") return { kind: "event.changed", recipients: ["customer"] };
  if (name === "event-sessions.updated") return { kind: "event.moved", recipients: ["customer"] };
  if (name === "event-sessions.cancelled") return { kind: "event.cancelled", recipients: ["customer"] };
  if (name === "waitlist.updated")
    return { kind: `waitlist.${data.newStatus}`, recipients: recipientsOfWait(data.reason) };
  if (name === "tickets.transferred") return { kind: "ticket.received", recipients: ["customer"] };
  if (name === "refunds.updated")
    return { kind: `refund.${data.newStatus}`, recipients: recipientsOfRefund(data) };
  const passed = LEVELS.slice(LEVELS.indexOf(data.oldLevel), LEVELS.indexOf(data.newLevel) + 1);
  const recipients = passed.flatMap((level, index) => OF_LEVELS[`${passed[index - 1]} ${level}`] ?? []);
  return { kind: `inventory.${data.newLevel}`, recipients: [...new Set(recipients)] };
}

/** An account that was erased has no one to tell. */
const recipientsOfWait = (reason: string | null): readonly Recipient[] =>
  reason === "account_erased" ? [] : ["customer"];

type OrderUpdate = Extract<Told, { name: "orders.updated" }>["data"];

/** No parcel leaves with mobile tickets, so that no one is told of one, nor of an order that is completed long after its event. */
function recipientsOfOrder({ oldStatus, newStatus, delivery, reason }: OrderUpdate): readonly Recipient[] {
  const isSilent = (newStatus === "shipped" && delivery === "MOBILE") || reason === "session_long_over";
  return isSilent ? [] : (OF_ORDERS[`${oldStatus} ${newStatus}`] ?? []);
}

type RefundUpdate = Extract<Told, { name: "refunds.updated" }>["data"];

function recipientsOfRefund({
  newStatus,
  reason,
  amount,
  paid = amount,
}: RefundUpdate): readonly Recipient[] {
  if (newStatus === "done" && amount >= paid) return [];
  const recipients = OF_REFUNDS[newStatus] ?? [];
  const isToldAlready = newStatus === "asked" && reason === "event_cancelled";
  return isToldAlready ? recipients.filter((recipient) => recipient !== "customer") : recipients;
}
