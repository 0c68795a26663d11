import type { HoldEnding } from "../holds/contract.ts";
import type { PaymentState } from "../payments/machine.ts";
import { paymentMachine } from "../payments/machine.ts";
import type { PurchaseStanding } from "./contract.ts";

/** What a provider's word does to a payment and its order (SPEC 5). */
export type Verdict =
  /** The tickets are the buyer's where they can still be had, else the money goes back. */
  | "confirm"
  /** The provider took no money: the order fails and the stock is free. */
  | "fail"
  /** The provider said FAIL first and took the money all the same: the order is over, so the money goes back. */
  | "refund"
  | "unchanged";

/** Decides by what the payment is now: one outcome, however often and in whatever order the words come. */
export function verdictOn(status: "SUCCESS" | "FAIL", state: PaymentState): Verdict {
  if (status === "FAIL") return paymentMachine.allows(state, "failed") ? "fail" : "unchanged";
  if (state === "processing") return "confirm";
  return state === "failed" ? "refund" : "unchanged";
}

/** What the payment is once the verdict is carried out; a sale that is refunded at once ends the word as well. */
export const stateAfter = (verdict: Verdict, state: PaymentState): PaymentState => {
  if (verdict === "unchanged") return state;
  return verdict === "fail" ? "failed" : verdict === "refund" ? "refunded" : "completed";
};

interface HeldPurchase {
  /** What the hold came to, money aside; null while it lives. */
  readonly ending: HoldEnding | null;
  /** Whether money may be moving for it. */
  readonly frozen: boolean;
  readonly payment: { readonly state: PaymentState; readonly unknownSince: Date | null } | null;
  /** Whether nothing is on sale there any more; only asked of holds that are over. */
  readonly saleOver: boolean;
}

/** What a hold is to its buyer. Money that moved, or may have, decides before anything else does. */
export function purchaseStandingOf({ ending, frozen, payment, saleOver }: HeldPurchase): PurchaseStanding {
  switch (ending) {
    case "paid":
    case "cancelled":
      return ending;
    case null:
      if (!payment) return "held";
      return frozen || payment.unknownSince ? "confirming" : "paying";
    case "returned":
    case "expired":
    case "payment_failed":
      if (payment?.state === "processing") return "checking";
      if (payment?.state === "refunded") return "paid_late";
      return saleOver ? "sale_ended" : ending;
  }
}
