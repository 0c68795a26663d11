import { defineErrors } from "../platform/operation/errors.ts";

export const seatMapErrors = defineErrors("seat-maps", {
  seat_map_mistakes: {
    status: 422,
    retry: "no",
    message: "Nothing was imported: the file has {count} mistakes. The first is {code} in line {line}.",
  },
  seat_map_kind: {
    status: 415,
    retry: "no",
    message: "A file of seats is sent as the body, under the media type text/csv.",
  },
  too_many_seat_maps: {
    status: 409,
    retry: "no",
    message: "One person has {limit} seat maps at the most. Remove one that is not used.",
  },
});
