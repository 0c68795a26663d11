import { defineErrors } from "../platform/operation/errors.ts";

export const transmissionErrors = defineErrors("transmissions", {
  count_changed: {
    status: 409,
    retry: "no",
    message: "{found} transmissions match now, not {expected}: look again before replaying them.",
  },
});
