import { defineErrors } from "../platform/operation/errors.ts";
import type { AuthorizationFault } from "./contract.ts";

const FAULTS: Readonly<Record<AuthorizationFault, string>> = {
  unknown: "The payment provider knows no finished authorization with this paymentKey. Nothing was charged.",
  foreign: "This paymentKey belongs to another order. Nothing was charged and nothing changed.",
  over: "This authorization has ended at the payment provider. Nothing was charged; authorize again.",
};

export const paymentErrors = defineErrors("payments", {
  wrong_amount: { status: 400, retry: "no", message: "The amount is not the order's." },
  authorization_refused: {
    status: 409,
    retry: "no",
    message: "This does not authorize the order's payment. Nothing was charged.",
    variants: { by: "why", messages: FAULTS },
  },
  refund_too_high: {
    status: 409,
    retry: "no",
    message: "At most {max} KRW can be given back for these tickets.",
  },
  refund_closed: {
    status: 409,
    retry: "no",
    message: "This refund was closed by hand. The provider is not asked for it again.",
  },
  provider_silent: {
    status: 503,
    retry: "later",
    message: "The payment provider does not answer. Nothing was charged and nothing changed; ask again.",
    retryAfterSeconds: 3,
  },
});
