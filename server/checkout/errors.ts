import { defineErrors } from "../platform/errors.ts";

export const checkoutErrors = defineErrors("checkout", {
  cancel_deadline_passed: {
    status: 409,
    retry: "no",
    message: "Tickets of this event session could be given back until {deadline}.",
  },
});
