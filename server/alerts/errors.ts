import { defineErrors } from "../platform/operation/errors.ts";

export const alertErrors = defineErrors("alerts", {
  alert_ends_itself: { status: 409, retry: "no", message: "An alert of this kind ends with its cause." },
});
