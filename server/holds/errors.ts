import { defineErrors } from "../platform/errors.ts";

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
  hold_ended: { status: 409, retry: "no", message: "The hold is {status}: its tickets are back on sale." },
  payment_under_way: {
    status: 409,
    retry: "later",
    message: "The payment for these tickets is being confirmed.",
  },
});
