/** A lower share of successes means a fault on our or the provider's side (docs/spec/operations.md#alerts). */
export const PAYMENT_SUCCESS_MIN = 0.7;
