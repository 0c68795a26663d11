import { defineErrors } from "../platform/operation/errors.ts";

export const credentialErrors = defineErrors("credentials", {
  link_unknown: {
    status: 404,
    retry: "no",
    message: "This link is not one of ours, or what it was for is long over.",
  },
  link_used: { status: 409, retry: "no", message: "This link was used before; each is good for once." },
  link_expired: {
    status: 409,
    retry: "no",
    message: "This link is too old, or a newer step has replaced it.",
  },
  link_of_another: {
    status: 403,
    retry: "no",
    message: "This link is for another account: log in with the account that asked for it.",
  },
});
