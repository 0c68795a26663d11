import { defineErrors } from "../platform/operation/errors.ts";

export const guestErrors = defineErrors("guests", {
  guest_known: {
    status: 409,
    retry: "no",
    message: "This name stands on the list with the same note: another note tells the two apart.",
  },
  too_many_guests: {
    status: 409,
    retry: "no",
    message: "A guest list has {limit} entries at the most.",
  },
  guest_mistakes: {
    status: 422,
    retry: "no",
    message: "No one was added: the file has {count} mistakes. The first is {code} in line {line}.",
  },
  guest_kind: {
    status: 415,
    retry: "no",
    message: "A file of guests is sent as the body, under the media type text/csv.",
  },
});
