import type { Translated } from "../catalogue.ts";
import type { problem as ko } from "../ko/problem.ts";

export const problem: Translated<typeof ko> = {
  /** At the field itself. */
  field: "Please check this field.",
  missing: "Please fill in this field.",
  rule: {
    closes_before_opening: "Sales must close after they open.",
    starts_before_closing: "The event cannot begin before its sales close.",
    closes_in_past: "Sales must close later than now.",
    opens_long_ago: "Sales would have opened more than thirty days ago. Please check the year.",
    starts_too_far: "The event would begin in more than twenty years. Please check the year.",
    deadline_after_start: "The cancellation deadline cannot be later than the beginning.",
    deadline_too_early:
      "The cancellation deadline must leave buyers half an hour from when they can buy, or until the beginning.",
    sales_have_opened: "The opening of sales cannot change once they are open. Close them instead.",
    has_started: "The date cannot change once the event has begun.",
    start_without_notice: "An earlier date must leave a day for those who have tickets to read of it.",
    deadline_shortened:
      "The cancellation deadline cannot be earlier than what those who have tickets were promised.",
  },
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
