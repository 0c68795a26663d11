import type { AlertToRaise } from "../alerts/contract.ts";
import type { CloseCause } from "../catalog/values.ts";
import type { HoldEnding } from "../holds/contract.ts";
import type { OrderEnding } from "../orders/contract.ts";
import type { PaymentCallback, RefundReason } from "../payments/contract.ts";
import { isPayable, type PaymentState } from "../payments/machine.ts";
import type { PaymentRow } from "../payments/store.ts";
import type { AppError } from "../platform/operation/errors.ts";
import { cancelFeeOf } from "../terms/queries.ts";
import type { CancelFees } from "../terms/values.ts";
import type { TicketId } from "../tickets/contract.ts";
import type { PurchaseStanding } from "./contract.ts";

/** What a provider's callback does to a payment and its order (docs/spec/purchase.md#payment). */
export type CallbackEffect =
  /** The buyer gets the tickets where they can still be had, else the money goes back. */
  | "confirm"
  /** The provider took no money: the order fails and the stock is free. */
  | "fail"
  /** A card was refused: the attempt is saved, and the hold keeps its time for another. */
  | "decline"
  /** The order had ended unpaid before the money came: a new hold is tried, and where that fails the money goes back. */
  | "restore"
  /** The provider said FAIL first and took the money all the same: the order is over, so the money goes back. */
  | "refund"
  | "unchanged";

/** Decides by the payment's present state: the outcome is the same, however often and in what order callbacks come. */
export function evaluateCallback(
  status: PaymentCallback["status"],
  { state, orderEnding }: { readonly state: PaymentState; readonly orderEnding: string | null },
): CallbackEffect {
  const isOpen = isPayable(state);
  if (status === "DECLINED") return isOpen ? "decline" : "unchanged";
  if (status === "FAIL") return isOpen ? "fail" : "unchanged";
  if (isOpen) return "confirm";
  if (state !== "failed") return "unchanged";
  return RESTORED_AFTER.some((ending) => ending === orderEnding) ? "restore" : "refund";
}

/** After these ends of an order the money is still open: its hold was over before the money came. */
const RESTORED_AFTER: readonly OrderEnding[] = ["hold_expired", "released_by_buyer", "payment_not_found"];

/** The payment's state after the effect; a payment whose money goes back is completed until it has gone back. */
export const stateAfter = (effect: CallbackEffect, state: PaymentState): PaymentState => {
  if (effect === "unchanged") return state;
  if (effect === "decline") return "pending";
  return effect === "fail" ? "failed" : "completed";
};

/** The refund's reason, by the reason for which late money's tickets cannot be held again. */
export function refundReasonOf({ reason }: Pick<AppError, "reason">): RefundReason {
  switch (reason) {
    case "event_withdrawn":
    case "session_cancelled":
      return "withdrawn_after_payment";
    case "sales_closed":
    case "sales_paused":
    case "sales_not_open":
      return "sales_ended_after_payment";
    case "ticket_limit_exceeded":
    case "duplicate_hold":
      return "limit_reached_after_payment";
    default:
      return "sold_out_after_payment";
  }
}

interface HeldPurchase {
  /** How the hold ended, money aside; null while it lives. */
  readonly ending: HoldEnding | null;
  /** Whether money may be moving for it. */
  readonly frozen: boolean;
  readonly payment: { readonly state: PaymentState; readonly unknownSince: Date | null } | null;
  /** Why nothing is on sale there any more, or null; only known of holds that are over. */
  readonly closedBecause: CloseCause | null;
}

/** What a hold is to its buyer. Money that moved, or may have moved, decides first. */
export function purchaseStandingOf({
  ending,
  frozen,
  payment,
  closedBecause,
}: HeldPurchase): PurchaseStanding {
  switch (ending) {
    case "paid":
    case "cancelled":
      return ending;
    case null:
      if (!payment) return "held";
      if (frozen || payment.unknownSince) return "confirming";
      return payment.state === "pending" ? "declined" : "paying";
    case "returned":
    case "expired":
    case "payment_failed":
      if (payment && (payment.unknownSince || isPayable(payment.state))) return "checking";
      if (payment?.state === "completed" || payment?.state === "refunded") return "paid_late";
      if (closedBecause === "WITHDRAWN") return "withdrawn";
      if (closedBecause === "CANCELLED") return "session_cancelled";
      // Paused sales may go on, so how the hold ended still counts.
      return closedBecause === "OVER" ? "sale_ended" : ending;
  }
}

/** Orders that a user may begin in ten minutes: more than anyone buys, and each causes several notifications. */
export const CHECKOUTS_BEGUN_MAX = 12;

/** Confirmations that a user may try in one window: more than anyone has cards. */
export const CONFIRM_TRIES_MAX = 20;
export const CONFIRM_WINDOW_SECONDS = 600;

/**
 * Whole KRW of an amount for each of several tickets, in proportion to their prices; where it does not come out even, the
 * first of those that would get a fraction have one more. None gets more than its price unless the amount is more than all.
 */
export function shareOut(amountKrw: number, prices: readonly number[]): number[] {
  // A product of an amount and a price is beyond what a number holds exactly.
  const [amount, exact] = [BigInt(amountKrw), prices.map(BigInt)];
  const total = exact.reduce((sum, price) => sum + price, 0n);
  if (total === 0n) return prices.map(() => 0);
  const whole = exact.map((price) => (amount * price) / total);
  let left = whole.reduce((sum, share) => sum - share, amount);
  return exact.map((price, index) => {
    const hasMore = left > 0n && (amount * price) % total > 0n;
    if (hasMore) left--;
    return Number((whole[index] ?? 0n) + (hasMore ? 1n : 0n));
  });
}

/** What a buyer agreed to about giving tickets back. */
export interface CancelTerms {
  readonly cancelFees: CancelFees;
  readonly startsAt: Date;
  readonly bookedAt: Date;
  /** Whether title, place or start are other than were bought: then nothing is kept. */
  readonly isChanged: boolean;
}

/** What is kept of the price of each ticket that is given back now, in KRW, by ticket. */
export const cancelFeesOf = <T extends { readonly id: TicketId; readonly price: number }>(
  tickets: readonly T[],
  terms: CancelTerms,
  now: Date,
): Map<TicketId, number> =>
  new Map(
    tickets.map(({ id, price }) => [
      id,
      terms.isChanged ? 0 : cancelFeeOf(terms.cancelFees, terms, price, now),
    ]),
  );

/** The alert that a provider says something else of a payment than an operator decided, if it does. */
export function contradictionTo(
  payment: Pick<PaymentRow, "pgPaymentId" | "orderId" | "amountKrw" | "decidedAs">,
  told: "paid" | "unpaid",
): AlertToRaise[] {
  const { pgPaymentId: subject, orderId, amountKrw, decidedAs } = payment;
  if (!decidedAs || decidedAs === told) return [];
  const detail = { orderId, amountKrw, reason: decidedAs, told };
  return [{ kind: "decision_contradicted", subject, detail }];
}
