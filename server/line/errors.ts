import { defineErrors } from "../platform/errors.ts";

export const lineErrors = defineErrors("line", {
  line_full: {
    status: 429,
    retry: "later",
    message: "The line is full with {lengthMax} people. Try again shortly.",
    retryAfterSeconds: 30,
  },
  sold_out: { status: 409, retry: "no", message: "Everything is sold." },
  bad_queue_token: { status: 400, retry: "no", message: "This is not a queue token of this line." },
  foreign_queue_token: { status: 403, retry: "no", message: "This queue token was given to someone else." },
  line_restarted: { status: 409, retry: "no", message: "The line started anew. Join it again." },
  place_lost: { status: 409, retry: "no", message: "The place in line is gone. Join the line again." },
  not_admitted: { status: 409, retry: "later", message: "It is not your turn yet: {position} in line." },
  admission_expired: {
    status: 409,
    retry: "no",
    message: "The time to buy has passed. Join the line again.",
  },
  admission_spent: { status: 409, retry: "no", message: "This turn was used. Join the line again." },
});

/** What a token can be refused for by itself. */
export const queueTokenRefusals = [lineErrors.bad_queue_token, lineErrors.foreign_queue_token] as const;

/** Why a place is none any more. */
export const placeRefusals = [
  lineErrors.line_restarted,
  lineErrors.place_lost,
  lineErrors.admission_expired,
  lineErrors.admission_spent,
] as const;

/** Why somebody may not hold tickets now. */
export const admissionRefusals = [...queueTokenRefusals, ...placeRefusals, lineErrors.not_admitted] as const;
