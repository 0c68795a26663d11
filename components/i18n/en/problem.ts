import type { Translated } from "../catalogue.ts";
import type { problem as ko } from "../ko/problem.ts";

export const problem: Translated<typeof ko> = {
  /** At the field itself. */
  field: "Please check this field.",
  missing: "Please fill in this field.",
  network:
    "No answer came from the server. What you did may have gone through: please check your connection and reload.",
  not_sent: "You are offline, so nothing was sent. Please try again once you are connected.",
  not_arrived: "The connection broke and your request did not arrive. Nothing was done: please try again.",
  unknown: "This could not be done. Please try again in a moment.",
  checking: {
    title: "Checking",
    body: "The connection broke before the answer came. We are looking up whether it went through; there is no need to press again, and it is never done twice.",
  },
  offline:
    "You are offline. What you see is from before the connection broke; it is loaded again once you are back.",
  retryAfter: "You can try again in {seconds, number} s.",
  reference: "Reference {traceId}",
};
