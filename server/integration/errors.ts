import { defineErrors } from "../platform/operation/errors.ts";

export const integrationErrors = defineErrors("integration", {
  vendor_busy: {
    status: 409,
    retry: "later",
    message: "Someone else is connecting this vendor's account. Open API keys connect it all the same.",
  },
  vendor_connected: {
    status: 409,
    retry: "no",
    message: "This vendor's account is connected to another person, who has to disconnect it first.",
  },
  already_connecting: {
    status: 409,
    retry: "no",
    message: "Another session of yours is under way, for the vendor {vendorId}: finish or cancel it first.",
  },
  bad_vendor_id: { status: 400, retry: "no", message: "A vendor id is the letter A and eight digits." },
  bad_business_number: {
    status: 400,
    retry: "no",
    message: "The business number's check digit does not fit.",
  },
  bad_issue_date: {
    status: 400,
    retry: "no",
    message: "Keys are issued on a day that has begun, and last {days} days.",
  },
  stale_fencing_token: {
    status: 409,
    retry: "no",
    message: "The phone line was given to someone else since then.",
  },
  step_not_yours: { status: 403, retry: "no", message: "The step to {to} is not yours to make." },
  not_connected_yet: {
    status: 409,
    retry: "later",
    message: "The marketplace says that the account is not connected: {code}.",
  },
  keys_needed: {
    status: 409,
    retry: "no",
    message: "This marketplace proves an account by its Open API keys: enter them with the last step.",
  },
  keys_refused: {
    status: 409,
    retry: "no",
    message: "The marketplace does not take these keys for this vendor: {code}.",
  },
  marketplace_away: {
    status: 503,
    retry: "later",
    message: "The marketplace did not answer. Please try again.",
  },
});
