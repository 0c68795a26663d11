import { defineErrors } from "../platform/operation/errors.ts";

export const doorErrors = defineErrors("doors", {
  doors_not_open: { status: 409, retry: "later", message: "Tickets are checked in from {opensAt} on." },
  event_over: { status: 409, retry: "no", message: "Tickets were checked in until {closedAt}." },
  door_link_ended: {
    status: 401,
    retry: "no",
    message: "This door link is unknown, was revoked, or its event session is over.",
  },
  door_link_full: {
    status: 409,
    retry: "no",
    message: "This door link was opened on {devicesMax} device(s), as many as it is for.",
  },
  too_many_door_links: {
    status: 409,
    retry: "no",
    message: "An event session has {limit} door links at the most.",
  },
});
