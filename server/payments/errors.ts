import { defineErrors } from "../platform/errors.ts";

export const paymentErrors = defineErrors("payments", {
  wrong_amount: { status: 400, retry: "no", message: "The amount is not the order's." },
});
