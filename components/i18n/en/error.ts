import type { ErrorTexts } from "../catalogue.ts";

export const error: ErrorTexts = {
  invalid_argument: "Please check what you entered.",
  payload_too_large: "What you sent is too large.",
  malformed_json: "The request could not be read. Please reload and try again.",
  unauthorized: "Please log in first.",
  bad_signature: "The signature of the request could not be verified.",
  forbidden: "You are not allowed to do this.",
  cross_site: "This request came from another site and was blocked. Please try again from Seonchak.",
  not_found: "There is nothing here.",
  illegal_transition: "The state changed in the meantime, so this is no longer possible. Please reload.",
  idempotency_key_missing: "Please start the request again.",
  idempotency_key_invalid: "Please start the request again.",
  idempotency_key_reused: "This request was already used for something else. Please reload and try again.",
  idempotency_in_progress: "The same request is still being processed. One moment, please.",
  rate_limited: "Too many requests. Please try again in a moment.",
  internal: "Something went wrong on our side. Please try again in a moment.",
  unavailable: "We cannot answer right now. Please try again in a moment.",
};
