import { defineErrors } from "../platform/operation/errors.ts";

export const ticketErrors = defineErrors("tickets", {
  forged_ticket: { status: 400, retry: "no", message: "This code was not signed by us." },
  ticket_void: { status: 409, retry: "no", message: "A ticket was given back already." },
  ticket_given_away: {
    status: 409,
    retry: "no",
    message: "A ticket of this order was given to another person. Who has it can give it back first.",
  },
  ticket_used: { status: 409, retry: "no", message: "A ticket of this order was used already." },
});
