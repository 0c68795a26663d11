import type { OrderDetail } from "#server/checkout/contract.ts";
import type { OrderEnding } from "#server/orders/contract.ts";
import type { Refund } from "#server/payments/contract.ts";
import { priceLeftOf, ticketsLeftOf } from "../orders/tickets-left.ts";

/** How refunds stand: an operator closes one that the provider refused once the money went back another way. */
type RefundStanding = Refund["state"] | "closed";

interface Refunded {
  standing: RefundStanding;
  /** The latest. */
  reason: string;
  /** What is at this standing. */
  amountKrw: number;
  orderHref: string;
}

export type PaymentOutcome =
  | {
      kind: "confirmed";
      amountKrw: number;
      quantity: number;
      delivery: OrderDetail["delivery"];
      eventSessionId: OrderDetail["sessionId"];
    }
  /** Paid for an event session that was cancelled meanwhile: a refund is about to be requested. */
  | { kind: "sessionCancelled"; amountKrw: number }
  /**
   * It is unknown since `since` whether money moved, and `held` says whether the tickets are held meanwhile.
   * `payHref` leads back to a payment that the buyer may have left before paying.
   */
  | { kind: "checking"; since: string; held: boolean; payHref: string | null }
  /** Over without a payment: it was refused for good, the time ran out, or the buyer gave the tickets back. */
  | { kind: "failed" | "expired" | "returned"; heldUntil: null; retryHref: string }
  /** Nothing was paid yet: a card was refused, or the buyer left. The same order can be paid while the hold lasts. */
  | { kind: "declined" | "cancelled"; heldUntil: string; retryHref: string }
  /** No ticket is left, and the refund was requested, is done, was refused by the provider, or closed. */
  | ({ kind: "refund" } & Refunded)
  /** The same of single tickets, by their numbers; the others are valid. */
  | ({ kind: "partRefund"; returned: readonly number[]; valid: readonly number[] } & Refunded);

interface Known {
  /** Whether the buyer closed the provider's page without deciding. */
  readonly left: boolean;
  /** The server's time, in milliseconds. */
  readonly now: number;
}

/** What came of paying for an order. */
export function outcomeOf(order: OrderDetail, { left, now }: Known): PaymentOutcome {
  const { payment, hold } = order;
  if (order.paymentState === "PAID") return paid(order);
  if (order.refund) return { kind: "refund", ...refundedOf(order, order.refund) };
  if (order.paymentState === "CANCELLED" && !payment.unknownSince) return over(order);
  const held = order.paymentState === "PENDING" && Date.parse(hold.expiresAt) > now;
  if (payment.unknownSince) return { kind: "checking", since: payment.unknownSince, held, payHref: null };
  const payable = { heldUntil: hold.expiresAt, retryHref: `/checkout/${hold.id}` };
  if (payment.status === "pending" && held) return { kind: "declined", ...payable };
  // With a provider that charges on return, a buyer who is here without returning has left the window.
  const isTheirTurn = left || payment.clientKey !== null;
  if (isTheirTurn && held) return { kind: "cancelled", ...payable };
  if (payment.clientKey !== null) return over(order);
  return {
    kind: "checking",
    since: order.history.at(-1)?.at ?? order.createdAt,
    held,
    payHref: held ? payable.retryHref : null,
  };
}

/** Tickets were bought; some may have been given back. */
function paid(order: OrderDetail): PaymentOutcome {
  const { amount, quantity, delivery, sessionId: eventSessionId } = order;
  const { refund, refunds, sessionCancellation } = order;
  const valid = ticketsLeftOf(quantity, refunds);
  if (sessionCancellation) return { kind: "sessionCancelled", amountKrw: priceLeftOf(order) };
  if (!refund) return { kind: "confirmed", amountKrw: amount, quantity, delivery, eventSessionId };
  const refunded = refundedOf(order, refund);
  if (valid.length === 0) return { kind: "refund", ...refunded };
  const returned = refunds.flatMap(({ ticketNumbers }) => ticketNumbers ?? []).sort((a, b) => a - b);
  return { kind: "partRefund", returned, valid, ...refunded };
}

/** What needs attention first: a refusal, then what is awaited. */
const STANDINGS: readonly RefundStanding[] = ["refused", "asked", "closed", "done"];

const standingOf = ({ state, closedAt }: Refund): RefundStanding => (closedAt === null ? state : "closed");

function refundedOf({ id, refunds }: OrderDetail, { reason }: Refund): Refunded {
  const of = (wanted: RefundStanding) => refunds.filter((refund) => standingOf(refund) === wanted);
  const standing = STANDINGS.find((wanted) => of(wanted).length > 0) ?? "done";
  const amountKrw = of(standing).reduce((sum, { amount }) => sum + amount, 0);
  return { standing, reason, amountKrw, orderHref: `/me/orders/${id}` };
}

/** An order whose time is over but which has no reason yet has not been ended yet. */
const over = ({ sessionId: eventSessionId, endReason }: OrderDetail): PaymentOutcome => ({
  kind: endReason === null ? "expired" : (KINDS[endReason] ?? "failed"),
  heldUntil: null,
  retryHref: `/sessions/${eventSessionId}/queue`,
});

/** Reasons for which an order ends without a payment company. */
const KINDS: Readonly<Record<string, "expired" | "returned">> = {
  hold_expired: "expired",
  released_by_buyer: "returned",
} satisfies Partial<Record<OrderEnding, "expired" | "returned">>;
