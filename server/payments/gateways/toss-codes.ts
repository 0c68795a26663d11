/** What a refused charge says of the money; `unknown` may have moved it. */
export type ChargeRefusal = "declined" | "gone" | "misconfigured" | "unknown";

const DECLINED =
  /^(REJECT_(CARD_PAYMENT|CARD_COMPANY|ACCOUNT_PAYMENT)|INVALID_STOPPED_CARD|INVALID_CARD_.+|EXCEED_MAX_.+|NOT_AVAILABLE_BANK|FDS_ERROR|INVALID_PASSWORD|BELOW_MINIMUM_AMOUNT)$/;
const MISCONFIGURED = new Set([
  "UNAUTHORIZED_KEY",
  "INVALID_API_KEY",
  "INCORRECT_BASIC_AUTH_FORMAT",
  "INVALID_REQUEST",
]);

/** Decides by the code, because many codes share one HTTP status (docs.tosspayments.com/reference/error-codes). */
export function chargeRefusal(code: string): ChargeRefusal {
  if (code === "NOT_FOUND_PAYMENT_SESSION") return "gone";
  if (MISCONFIGURED.has(code)) return "misconfigured";
  return DECLINED.test(code) ? "declined" : "unknown";
}

/** What a refused lookup of an authorization says: Toss does not know a `missing` one. */
export type LookupRefusal = "missing" | "misconfigured" | "unknown";

/** Two lookups differ only in the key, so a bad request means a bad key. */
const MISSING =
  /^(NOT_FOUND|NOT_FOUND_PAYMENT|NOT_FOUND_PAYMENT_SESSION|INVALID_REQUEST|INVALID_PAYMENT_KEY)$/;

export function lookupRefusal(code: string): LookupRefusal {
  if (MISSING.test(code)) return "missing";
  return MISCONFIGURED.has(code) ? "misconfigured" : "unknown";
}

/** What a refused refund says: a `failed` one may be asked for again. */
export type RefundRefusal = "final" | "failed" | "unknown";

const FINAL =
  /^(NOT_CANCELABLE_PAYMENT|NOT_CANCELABLE_AMOUNT|EXCEED_MAX_REFUND_DUE|EXCEED_CANCEL_LIMIT|NOT_ALLOWED_PARTIAL_REFUND|INVALID_REFUND_ACCOUNT_.+)$/;
/** The last of them is the answer to a second refund of a payment within a second. */
const FAILED = new Set([
  ...["FAILED_REFUND_PROCESS", "FAILED_PARTIAL_REFUND", "FAILED_METHOD_HANDLING_CANCEL"],
  "FORBIDDEN_CONSECUTIVE_REQUEST",
]);

export function refundRefusal(code: string): RefundRefusal {
  if (FINAL.test(code)) return "final";
  return FAILED.has(code) ? "failed" : "unknown";
}
