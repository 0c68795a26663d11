import { defineErrors } from "../platform/operation/errors.ts";

/** The parameters `seatIds` (separated by commas) and `numbers` name the seats of a refusal. */
export const seatErrors = defineErrors("seats", {
  seat_taken: { status: 409, retry: "no", message: "Someone else has these seats: {numbers}." },
  seat_blocked: { status: 409, retry: "no", message: "These seats are not for sale: {numbers}." },
  seats_wanted: {
    status: 409,
    retry: "no",
    message: "This event session has numbered seats: choose them with seatIds.",
  },
  no_seats: {
    status: 409,
    retry: "no",
    message: "This event session has no numbered seats: say how many tickets with quantity.",
  },
  no_seat_map: {
    status: 409,
    retry: "no",
    message: "The seats of this event session are of no seat map.",
  },
  seats_fixed: {
    status: 409,
    retry: "no",
    message:
      "This event session is made of seats with prices of their own: neither stock nor a price is set.",
  },
});
