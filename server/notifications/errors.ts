import { defineErrors } from "../platform/operation/errors.ts";

export const notificationErrors = defineErrors("notifications", {
  not_staff: { status: 409, retry: "no", message: "Only operators can be members of a department." },
  not_member: { status: 409, retry: "no", message: "You are not a member of this department." },
});
