import { defineErrors } from "../platform/operation/errors.ts";

export const notificationErrors = defineErrors("notifications", {
  not_staff: { status: 409, retry: "no", message: "Only operators can be members of a department." },
  not_member: { status: 409, retry: "no", message: "You are not a member of this department." },
  not_scheduled: {
    status: 409,
    retry: "no",
    message: "Sales of this event session are open already, or will not open any more.",
  },
  opening_wishes_full: {
    status: 409,
    retry: "no",
    message: "You can be told of {max} openings at a time: take one back first.",
  },
});
