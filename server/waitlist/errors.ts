import { defineErrors } from "../platform/operation/errors.ts";

export const waitlistErrors = defineErrors("waitlist", {
  no_waitlist: { status: 409, retry: "no", message: "This event session has no waiting list." },
  not_sold_out: {
    status: 409,
    retry: "no",
    message: "There is no waiting list yet: tickets may still be had in the queue.",
  },
  already_waiting: {
    status: 409,
    retry: "no",
    message: "You are on the waiting list for {quantity} tickets. Leave it first to ask for another number.",
  },
  not_offered: { status: 409, retry: "later", message: "No tickets are offered to you yet." },
  offer_over: { status: 409, retry: "no", message: "The offer is over." },
});
