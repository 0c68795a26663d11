import type { Translated } from "../catalogue.ts";
import type { problem as ko } from "../ko/problem.ts";

export const problem: Translated<typeof ko> = {
  /** At the field itself. */
  field: "Please check this field.",
  missing: "Please fill in this field.",
  network: "Please check your connection. We carry on as soon as it is back.",
  unknown: "This could not be done. Please try again in a moment.",
  retryAfter: "You can try again in {seconds, number} s.",
  reference: "Reference {traceId}",
};
