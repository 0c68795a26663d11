import type { PaymentState } from "../payments/machine.ts";
import { paymentMachine } from "../payments/machine.ts";

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
