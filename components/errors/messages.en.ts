import type { ErrorTexts, Translated } from "#components/i18n/required.ts";
import type * as ko from "./messages.ko.ts";

export const error: ErrorTexts = {
  invalid_argument: "Please check what you entered.",
  payload_too_large: "What you sent is too large.",
  malformed_json: "The request could not be read. Please reload and try again.",
  json_required: "The request could not be read. Please reload and try again.",
  method_not_allowed: "The request could not be read. Please reload and try again.",
  unauthorized: "Please log in first.",
  bad_signature: "The signature of the request could not be verified.",
  forbidden: "You are not allowed to do this.",
  cross_site: "This request came from another site and was blocked. Please try again from Seonchak.",
  not_found: "There is nothing here.",
  illegal_transition: "The state changed in the meantime, so this is no longer possible. Please reload.",
  idempotency_key_missing: "Please start the request again.",
  idempotency_key_invalid: "Please start the request again.",
  idempotency_key_reused: "This request was already used for something else. Please reload and try again.",
  idempotency_in_progress: "The same request is still being processed. One moment, please.",
  rate_limited: "Too many requests. Please try again in a moment.",
  too_many_streams:
    "There are too many live connections, so this page checks now and then. You can buy as usual.",
  internal: "Something went wrong on our side. Please try again in a moment.",
  unavailable: "We cannot answer right now. Please try again in a moment.",
  email_taken: "There is an account with this e-mail already. Please log in.",
  wrong_credentials: "The e-mail or the password is wrong.",
  access_token_invalid: "Your login has expired. Please log in again.",
  login_session_ended: "You were logged out on this device. Please log in again.",
  login_session_suspended: "Your login on this device is suspended. Please contact support.",
  account_suspended:
    "This account is suspended, so it cannot log in. Tickets that were paid for stay valid. Please contact support.",
  role_changed: "Your account's role has changed. Reload to go on with the new one.",
  own_account: "You cannot suspend your own account.",
  last_admin: "No active administrator would be left. Make somebody else an administrator first.",
  account_needed:
    "Something new goes on sale only with a connected Coupang account. Please connect one first.",
  too_many_changes: "Everyone with tickets is told of each change, so only {limit} can be made in an hour.",
  tickets_taken:
    "Somebody has bought or holds tickets, so this event cannot become a draft again. Archive it to stop selling.",
  stock_limit: "One date can have {limit} tickets at the most. It has {total} now.",
  insufficient_stock: "Only {left} left, so {wanted} cannot be held.",
  sales_not_open: "Sales have not opened yet.",
  sales_closed: "Sales are closed.",
  sales_paused: "Sales are paused. Please try again once they go on.",
  event_withdrawn: "This event is not on sale any more.",
  line_full: "The line is full. Please try again in a moment.",
  sold_out: "All tickets are sold.",
  bad_queue_token: "This place belongs to another line. Please join again.",
  foreign_queue_token: "This place was given to someone else. Please join with your own account.",
  line_restarted: "The line started anew. Please join again.",
  place_lost: "You were away too long and lost the place. Please join again.",
  not_admitted: "It is not your turn yet.",
  admission_expired: "The time to enter has passed. Please join again.",
  admission_spent: "This turn was used already. Please join again.",
  duplicate_hold: "You already hold tickets for this date. Pay for them or release them first.",
  ticket_limit_exceeded: "One person may buy {limit}. You have {have}, so {wanted} more are not possible.",
  hold_ended:
    "{ending, select, paid {You have paid for these tickets already. They are in My tickets.} cancelled {This order was cancelled. Your orders say how far the refund is.} checking {The time is over, and we are checking whether you paid. Please do not pay again.} paid_late {The payment came too late and no ticket was issued. We have asked for all of it back.} returned {You released these tickets already. You were not charged.} expired {The hold has ended and the tickets are back on sale. You were not charged.} payment_failed {The payment was declined and the tickets are back on sale. You were not charged.} sale_ended {Sales ended and the tickets were released. You were not charged.} withdrawn {The event was taken off sale. You were not charged.} other {The hold has ended.}}",
  too_many_checkouts: "You have begun too many orders in a short while. Please try again in a few minutes.",
  too_many_confirmations: "Too many tries to confirm a payment in a short while. Nothing was charged.",
  authorization_refused:
    "{why, select, unknown {The payment company knows of no payment that you finished here. Nothing was charged.} foreign {This payment belongs to another order. Nothing was charged and nothing changed.} over {This payment has ended at the payment company. Nothing was charged; please pay anew.} other {This payment could not be confirmed. Nothing was charged.}}",
  provider_silent:
    "The payment company does not answer. Nothing was charged and your tickets are as they were. Please try again.",
  refund_closed: "This refund was closed by hand. The payment company is not asked for it again.",
  payment_under_way: "The payment is being confirmed. Please try again once its outcome is there.",
  alert_ends_itself: "This alert ends with its cause.",
  vendor_busy:
    "Somebody else is connecting this vendor's account. If you have its Open API keys, you can connect with them at once.",
  vendor_connected:
    "This vendor's account is connected to another person. They have to disconnect it, or an operator has to release it.",
  already_connecting: "You are still connecting the vendor {vendorId}. Please finish or cancel that first.",
  keys_needed: "Please enter the Open API keys from Coupang WING to finish.",
  keys_refused: "Coupang does not take these keys. Please check the vendor ID and both keys.",
  bad_vendor_id: "A vendor ID is the letter A and eight digits.",
  bad_issue_date: "Keys are issued today or in the last {days} days.",
  bad_business_number: "This business number is not right. Please check it.",
  stale_fencing_token: "The phone line has gone to somebody else. Please look where you are now.",
  step_not_yours: "This step is not yours to make.",
  not_connected_yet:
    "Coupang does not say yet that it is connected. Please check that both codes were entered.",
  marketplace_away: "Coupang does not answer. Please try again in a while.",
  cancel_deadline_passed: "The time to cancel has passed.",
  wrong_amount: "The amount differs from the order, so nothing was done.",
  count_changed:
    "It is not {expected} any more that match, so nothing was sent again. Please look at the new number.",
  forged_ticket: "We did not issue this ticket.",
  doors_not_open: "It is too early: tickets are checked in from six hours before the start.",
  event_over: "It is too late: tickets were checked in until twelve hours after the start.",
  ticket_used: "A ticket of this order was used already, so it cannot be cancelled.",
};

export const problem: Translated<typeof ko.problem> = {
  /** At the field itself. */
  field: "Please check this field.",
  missing: "Please fill in this field.",
  rule: {
    closes_before_opening: "Sales must close after they open.",
    starts_before_closing: "The event cannot begin before its sales close.",
    closes_in_past: "Sales must close later than now.",
    opens_long_ago: "Sales would have opened more than thirty days ago. Please check the year.",
    starts_too_far: "The event would begin in more than twenty years. Please check the year.",
    deadline_after_start: "The cancellation deadline cannot be later than the beginning.",
    deadline_too_early:
      "The cancellation deadline must leave buyers half an hour from when they can buy, or until the beginning.",
    sales_have_opened: "The opening of sales cannot change once they are open. Close them instead.",
    has_started: "The date cannot change once the event has begun.",
    start_without_notice: "An earlier date must leave a day for those who have tickets to read of it.",
    deadline_shortened:
      "The cancellation deadline cannot be earlier than what those who have tickets were promised.",
  },
  network:
    "No answer came from the server. What you did may have gone through: please check your connection and reload.",
  not_sent: "You are offline, so nothing was sent. Please try again once you are connected.",
  not_arrived: "The connection broke and your request did not arrive. Nothing was done: please try again.",
  unknown: "This could not be done. Please try again in a moment.",
  checking: {
    title: "Checking",
    body: "The connection broke before the answer came. We are looking up whether it went through; there is no need to press again, and it is never done twice.",
  },
  offline:
    "You are offline. What you see is from before the connection broke; it is loaded again once you are back.",
  retryAfter: "You can try again in {seconds, number} s.",
  reference: "Reference {traceId}",
};
