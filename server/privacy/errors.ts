import { defineErrors } from "../platform/operation/errors.ts";

/** What has to end before an account can be erased. */
export const privacyErrors = defineErrors("privacy", {
  erasure_hold: {
    status: 409,
    retry: "later",
    message: "You hold tickets. Release them or let the hold end, then erase the account.",
  },
  erasure_order: {
    status: 409,
    retry: "later",
    message: "An order waits for its payment or for its outcome. Erase the account when it is known.",
  },
  erasure_ticket: {
    status: 409,
    retry: "later",
    message:
      "You have tickets of an event that is not over. Cancel the order, or erase the account afterwards.",
  },
  erasure_refund: {
    status: 409,
    retry: "later",
    message: "A refund is not finished. Erase the account when the money is back.",
  },
  erasure_shipping: {
    status: 409,
    retry: "later",
    message: "A parcel with your paper tickets is under way. Erase the account when it has arrived.",
  },
  erasure_events: {
    status: 409,
    retry: "later",
    message:
      "You organize events that are not over. Cancel or archive them, or erase the account afterwards.",
  },
  erasure_connection: {
    status: 409,
    retry: "later",
    message: "A marketplace account is being connected. Cancel that, then erase the account.",
  },
});
