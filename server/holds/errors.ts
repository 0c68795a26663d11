import { defineErrors } from "../platform/operation/errors.ts";
import type { PurchaseEnding } from "./contract.ts";

const ENDINGS: Readonly<Record<PurchaseEnding, string>> = {
  paid: "The tickets of this hold are paid for and issued.",
  cancelled: "The order of this hold was cancelled: the tickets are void and a refund was asked for.",
  checking:
    "The hold is over, and the payment provider is being asked whether it was paid for. Do not pay again.",
  paid_late: "The payment came too late: no ticket was issued and a refund was asked for.",
  returned: "The tickets were given back. Nothing was charged.",
  expired: "The time to pay is over and the tickets are back on sale. Nothing was charged.",
  payment_failed: "The payment was refused for good and the tickets are back on sale. Nothing was charged.",
  sale_ended: "The hold is over and so is the sale. Nothing was charged.",
  withdrawn: "The hold is over, and its event was taken off sale. Nothing was charged.",
  session_cancelled: "The hold is over, and its event session was cancelled. Nothing was charged.",
};

export const holdErrors = defineErrors("holds", {
  duplicate_hold: {
    status: 409,
    retry: "no",
    message: "You already hold tickets for this event session.",
  },
  ticket_limit_exceeded: {
    status: 409,
    retry: "no",
    message:
      "One buyer may have {limit} tickets of this event session; you have {have} and asked for {wanted}.",
  },
  hold_ended: {
    status: 409,
    retry: "no",
    message: "The hold is over.",
    variants: { by: "ending", messages: ENDINGS },
  },
  checked_out: {
    status: 409,
    retry: "no",
    message: "The hold has gone to the checkout: its seats stay as they are.",
  },
  payment_under_way: {
    status: 409,
    retry: "later",
    message: "The payment for these tickets is being confirmed.",
  },
});
