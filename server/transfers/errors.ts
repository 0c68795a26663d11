import { defineErrors } from "../platform/operation/errors.ts";

export const transferErrors = defineErrors("transfers", {
  transfer_not_offered: {
    status: 409,
    retry: "no",
    message: "Tickets of this event session cannot be given to another person now.",
  },
  transfer_over: { status: 409, retry: "no", message: "This link was used, taken back or has ended." },
  own_transfer: { status: 409, retry: "no", message: "You offered this ticket yourself." },
});
