import { defineErrors } from "../platform/operation/errors.ts";

export const ticketErrors = defineErrors("tickets", {
  forged_ticket: { status: 400, retry: "no", message: "This code was not signed by us." },
  doors_not_open: { status: 409, retry: "later", message: "Tickets are checked in from {opensAt} on." },
  event_over: { status: 409, retry: "no", message: "Tickets were checked in until {closedAt}." },
  ticket_void: { status: 409, retry: "no", message: "A ticket was given back already." },
  ticket_used: { status: 409, retry: "no", message: "A ticket of this order was used already." },
});
