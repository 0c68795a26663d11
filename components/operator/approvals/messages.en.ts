import type { Translated } from "#components/i18n/required.ts";
import type * as ko from "./messages.ko.ts";

export const approval: Translated<typeof ko.approval> = {
  title: "Approvals",
  lead: "One operator asks and another decides. What is approved is done at once.",
  empty: {
    title: "No requests",
    body: "Large refunds, the end of sales and new administrators appear here once someone asks.",
  },
  waiting: "Waiting",
  decided: "Decided",
  attention:
    "{count, plural, one {# request waits} other {# requests wait}} for another operator's approval.",
  see: "See approvals",
  asked: "Another operator was asked to approve.",
  kinds: {
    refund: "Refund of order {subject}",
    close_sale: "Close the sale of event session {subject}",
    shorten_sale: "Change when event session {subject} is sold",
    cancel_session: "Cancel event session {subject}",
    cancel_event: "Cancel event {subject}",
    archive_event: "Archive event {subject}",
    withdraw_event: "Make event {subject} a draft again",
    make_operator: "Make person {subject} an administrator",
  },
  amount: "Amount {amount}",
  tickets: "{count, plural, one {# ticket} other {# tickets}}",
  whole: "All tickets that are left",
  times: {
    startsAt: "Starts",
    salesOpenAt: "Sales open",
    salesCloseAt: "Sales close",
    cancelDeadlineAt: "Cancel until",
  },
  by: "Asked by {email}, {at}",
  until: "Until {at}",
  decidedBy: "Decided by {email}, {at}: {note}",
  states: { waiting: "Waiting", approved: "Approved", refused: "Refused", expired: "Expired" },
  own: "You asked for this. Another operator has to decide.",
  approve: "Approve",
  refuse: "Refuse",
  approveTitle: "Approve? {what}",
  refuseTitle: "Refuse? {what}",
  body: "What is approved is done at once and cannot be undone. Both of you are kept in the audit log.",
  open: "See what it is about",
  note: "Reason",
  done: "Decided.",
};
