import { expect, it } from "vitest";
import { chargeRefusal, lookupRefusal, refundRefusal } from "./toss-codes.ts";

it.each([
  ["REJECT_CARD_PAYMENT", "declined"],
  ["REJECT_ACCOUNT_PAYMENT", "declined"],
  ["INVALID_CARD_EXPIRATION", "declined"],
  ["EXCEED_MAX_DAILY_PAYMENT_COUNT", "declined"],
  ["INVALID_PASSWORD", "declined"],
  ["NOT_FOUND_PAYMENT_SESSION", "gone"],
  ["UNAUTHORIZED_KEY", "misconfigured"],
  ["INVALID_REQUEST", "misconfigured"],
  ["ALREADY_PROCESSED_PAYMENT", "unknown"],
  ["PROVIDER_ERROR", "unknown"],
  ["IDEMPOTENT_REQUEST_PROCESSING", "unknown"],
  ["FORBIDDEN_CONSECUTIVE_REQUEST", "unknown"],
  ["DUPLICATED_ORDER_ID", "unknown"],
  ["FAILED_INTERNAL_SYSTEM_PROCESSING", "unknown"],
  ["A_CODE_OF_NEXT_YEAR", "unknown"],
  ["REJECT_CARD_PAYMENT_NOT_REALLY", "unknown"],
])("a charge refused with %s is %s", (code, refusal) => {
  expect(chargeRefusal(code)).toBe(refusal);
});

it.each([
  ["NOT_CANCELABLE_PAYMENT", "final"],
  ["INVALID_REFUND_ACCOUNT_NUMBER", "final"],
  ["FAILED_REFUND_PROCESS", "failed"],
  ["ALREADY_CANCELED_PAYMENT", "unknown"],
  ["IDEMPOTENT_REQUEST_PROCESSING", "unknown"],
  ["UNAUTHORIZED_KEY", "unknown"],
])("a refund refused with %s is %s", (code, refusal) => {
  expect(refundRefusal(code)).toBe(refusal);
});

it.each([
  ["NOT_FOUND_PAYMENT", "missing"],
  ["NOT_FOUND_PAYMENT_SESSION", "missing"],
  ["INVALID_REQUEST", "missing"],
  ["UNAUTHORIZED_KEY", "misconfigured"],
  ["FAILED_PAYMENT_INTERNAL_SYSTEM_PROCESSING", "unknown"],
  ["A_CODE_OF_NEXT_YEAR", "unknown"],
])("an authorization looked up and refused with %s is %s", (code, refusal) => {
  expect(lookupRefusal(code)).toBe(refusal);
});
