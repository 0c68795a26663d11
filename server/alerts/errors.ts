import { defineErrors } from "../platform/operation/errors.ts";

export const alertErrors = defineErrors("alerts", {
  alert_ends_itself: { status: 409, retry: "no", message: "An alert of this kind ends with its cause." },
  alert_over: { status: 409, retry: "no", message: "This alert does not fire any more." },
  owner_not_operator: {
    status: 409,
    retry: "no",
    message: "Only an active administrator can look after an alert.",
  },
});
