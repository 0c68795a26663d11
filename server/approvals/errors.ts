import { defineErrors } from "../platform/operation/errors.ts";

export const approvalErrors = defineErrors("approvals", {
  own_approval: { status: 409, retry: "no", message: "Another operator has to decide what you asked for." },
  asker_left: {
    status: 409,
    retry: "no",
    message: "Who asked is no active administrator any more: refuse it, and ask yourself where it is right.",
  },
  approval_over: { status: 409, retry: "no", message: "This was decided already, or its time is over." },
});
