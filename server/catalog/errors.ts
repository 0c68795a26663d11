import { defineErrors } from "../platform/operation/errors.ts";

export const catalogErrors = defineErrors("catalog", {
  closing_needs_approval: {
    status: 409,
    retry: "no",
    message: "A second operator has to approve this. Ask for it with POST /api/admin/approvals.",
  },
  account_needed: {
    status: 403,
    retry: "no",
    message: "Connect a marketplace account first: only then a seller puts something on sale.",
  },
  too_many_changes: {
    status: 429,
    retry: "later",
    message: "Everyone with tickets is told of each change: no more than {limit} an hour.",
    retryAfterSeconds: 3600,
  },
  tickets_taken: {
    status: 409,
    retry: "no",
    message:
      "Someone has bought or holds tickets of this event and must be able to read it: archive it instead.",
  },
  maximum_lowered: {
    status: 409,
    retry: "no",
    message: "While someone holds or has bought tickets, the maximum per person stays at {maximum} or more.",
  },
  waitlist_promised: {
    status: 409,
    retry: "no",
    message: "People wait for what comes back: the release policy stays until the waiting list is empty.",
  },
  price_fixed: {
    status: 409,
    retry: "no",
    message: "The price is fixed once the event session is on sale or someone has had tickets.",
  },
  session_cancelled: {
    status: 409,
    retry: "no",
    message: "This event session was cancelled.",
  },
  session_started: {
    status: 409,
    retry: "no",
    message: "The event session has started: only an admin cancels it.",
  },
  stock_limit: {
    status: 409,
    retry: "no",
    message: "An event session has {limit} tickets at the most; this one has {total}.",
  },
  insufficient_stock: {
    status: 409,
    retry: "no",
    message: "Only {left} of the {wanted} tickets asked for are left.",
  },
  sales_not_open: { status: 409, retry: "later", message: "Sales open at {opensAt}." },
  sales_paused: { status: 409, retry: "later", message: "Sales are paused." },
  event_withdrawn: { status: 409, retry: "no", message: "This event is not on sale any more." },
  sales_closed: { status: 409, retry: "no", message: "Sales are closed." },
});

/** Why nothing of an event session is sold now. */
export const saleRefusals = [
  catalogErrors.sales_not_open,
  catalogErrors.sales_paused,
  catalogErrors.sales_closed,
  catalogErrors.event_withdrawn,
  catalogErrors.session_cancelled,
] as const;
