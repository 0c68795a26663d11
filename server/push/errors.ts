import { defineErrors } from "../platform/operation/errors.ts";

export const pushErrors = defineErrors("push", {
  push_service_unknown: {
    status: 409,
    retry: "no",
    message: "The browser's push service is not one that this shop sends to.",
  },
  push_endpoint_taken: {
    status: 409,
    retry: "no",
    message: "This subscription belongs to another account: the browser has to make a new one.",
  },
  push_devices_full: {
    status: 409,
    retry: "no",
    message: "An account gets notifications on {max} devices at most: remove one first.",
  },
});
