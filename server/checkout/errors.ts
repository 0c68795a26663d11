import { defineErrors } from "../platform/operation/errors.ts";

export const checkoutErrors = defineErrors("checkout", {
  too_many_checkouts: {
    status: 429,
    retry: "later",
    message: "You have begun too many orders in a short while. Please wait a few minutes.",
    retryAfterSeconds: 60,
  },
  too_many_confirmations: {
    status: 429,
    retry: "later",
    message: "You have come back from the payment page too often in a short while. Please wait.",
    retryAfterSeconds: 60,
  },
  refund_needs_approval: {
    status: 409,
    retry: "no",
    message: "Refunds of more than {above} KRW need a second operator. Ask with POST /api/admin/approvals.",
  },
  payment_known: {
    status: 409,
    retry: "no",
    message: "The outcome of this payment is known already.",
  },
  cancel_fee_changed: {
    status: 409,
    retry: "no",
    message: "Giving this back now returns {refund} KRW and costs {fee} KRW. Confirm the amount as `refund`.",
  },
  cancel_deadline_passed: {
    status: 409,
    retry: "no",
    message: "Tickets of this event session could be given back until {deadline}.",
  },
});
