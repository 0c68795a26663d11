import type { Recipient, Told } from "./contract.ts";

/** Who is told of which transition (docs/spec/state-machines.md#who-is-told). */
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
/** A refund that is done is told as the payment that is refunded. */
const OF_REFUNDS: Readonly<Record<string, readonly Recipient[]>> = {
  asked: ["customer", "finance"],
  refused: ["customer", "admin", "finance"],
};
const OF_LEVELS: Readonly<Record<string, readonly Recipient[]>> = {
  "HIGH MID": ["admin", "procurement"],
  "MID LOW": ["admin", "procurement", "alert"],
  "LOW SOLDOUT": ["admin", "marketing", "alert"],
};

const LEVELS = ["HIGH", "MID", "LOW", "SOLDOUT"];

/** The most mails of one hour to one mailbox, about anything. */
const MAILS_PER_HOUR_MAX = 20;
/** How many of them may tell of something begun: what became of it is worth more. */
const BEGINNINGS_PER_HOUR_MAX = 5;

/** As many as a counter can hold: what only an operator's own act makes is counted, and never left out. */
const ALWAYS = 2_147_483_647;

/** How many mails may have gone to a mailbox within the hour for one of this kind to go too. */
export function mailsBefore(kind: string): number {
  if (kind === "order.processing") return BEGINNINGS_PER_HOUR_MAX;
  return kind === "account.released" ? ALWAYS : MAILS_PER_HOUR_MAX;
}

/** Whose mailbox an address is: the same one regardless of its letters' case and whatever stands behind a plus. */
export function mailboxOf(address: string): string {
  const [name = "", domain = ""] = address.toLowerCase().split("@");
  return `${name.split("+", 1)[0] || name}@${domain}`;
}

export interface Notice {
  /** `order.confirmed`, `payment.refunded`, `inventory.LOW`. */
  readonly kind: string;
  readonly recipients: readonly Recipient[];
}

/** What is told, and to whom. A level that falls two steps at once tells everyone of either step. */
export function notificationFor({ name, data }: Told): Notice {
  if (name === "orders.updated")
    return {
      kind: `order.${data.newStatus}`,
      recipients: OF_ORDERS[`${data.oldStatus} ${data.newStatus}`] ?? [],
    };
  if (name === "payments.updated")
    return { kind: `payment.${data.newStatus}`, recipients: OF_PAYMENTS[data.newStatus] ?? [] };
  if (name === "events.updated") return { kind: "event.changed", recipients: ["customer"] };
  if (name === "event-sessions.updated") return { kind: "event.moved", recipients: ["customer"] };
  if (name === "refunds.updated")
    return { kind: `refund.${data.newStatus}`, recipients: OF_REFUNDS[data.newStatus] ?? [] };
  const passed = LEVELS.slice(LEVELS.indexOf(data.oldLevel), LEVELS.indexOf(data.newLevel) + 1);
  const recipients = passed.flatMap((level, index) => OF_LEVELS[`${passed[index - 1]} ${level}`] ?? []);
  return { kind: `inventory.${data.newLevel}`, recipients: [...new Set(recipients)] };
}
