import { defineErrors } from "../platform/operation/errors.ts";

export const queueErrors = defineErrors("queue", {
  line_full: {
    status: 429,
    retry: "later",
    message: "The queue is full with {lengthMax} people. Try again shortly.",
    retryAfterSeconds: 30,
  },
  sold_out: { status: 409, retry: "no", message: "Everything is sold." },
  bad_queue_token: { status: 400, retry: "no", message: "This is not a queue token of this queue." },
  foreign_queue_token: { status: 403, retry: "no", message: "This queue token was given to someone else." },
  line_restarted: { status: 409, retry: "no", message: "The queue was restarted. Join it again." },
  place_lost: { status: 409, retry: "no", message: "The place in the queue is gone. Join the queue again." },
  not_admitted: { status: 409, retry: "later", message: "It is not your turn yet: {position} in the queue." },
  admission_expired: {
    status: 409,
    retry: "no",
    message: "The time to buy has passed. Join the queue again.",
  },
  admission_spent: { status: 409, retry: "no", message: "This turn was used. Join the queue again." },
});

/** What a token can be refused for by itself. */
export const queueTokenRefusals = [queueErrors.bad_queue_token, queueErrors.foreign_queue_token] as const;

/** Why a place is none any more. */
export const placeRefusals = [
  queueErrors.line_restarted,
  queueErrors.place_lost,
  queueErrors.admission_expired,
  queueErrors.admission_spent,
] as const;

/** Why someone may not hold tickets now. */
export const admissionRefusals = [...queueTokenRefusals, ...placeRefusals, queueErrors.not_admitted] as const;
