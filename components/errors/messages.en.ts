import type { ErrorTexts, Translated } from "#components/i18n/required.ts";
import type * as ko from "./messages.ko.ts";

export const error: ErrorTexts = {
  invalid_argument: "Please check what you entered.",
  payload_too_large: "What you sent is too large.",
  malformed_json: "The request could not be read. Please reload and try again.",
  json_required: "The request could not be read. Please reload and try again.",
  method_not_allowed: "The request could not be read. Please reload and try again.",
  unauthorized: "Please log in first.",
  bad_signature: "The request's signature could not be verified.",
  forbidden: "You are not allowed to do this.",
  cross_site: "This request came from another site and was blocked. Please try again from Seonchak.",
  not_member: "You are not a member of this department.",
  not_staff: "Only operators can be members of a department.",
  not_found: "Not found.",
  illegal_transition: "The state changed in the meantime, so this is no longer possible. Please reload.",
  idempotency_key_missing: "Please start the request again.",
  idempotency_key_invalid: "Please start the request again.",
  idempotency_key_reused: "This request was already used for something else. Please reload and try again.",
  idempotency_in_progress: "The same request is still being processed. Please wait a moment.",
  rate_limited: "Too many requests. Please try again in a moment.",
  too_many_streams:
    "There are too many live connections, so this page checks for updates regularly. You can book as usual.",
  internal: "Something went wrong on our side. Please try again in a moment.",
  unavailable: "We cannot respond right now. Please try again in a moment.",
  email_taken: "An account with this e-mail already exists. Please log in.",
  wrong_credentials: "The e-mail or password is wrong.",
  wrong_password: "That password is not right.",
  second_factor_required:
    "Operators need two-step verification. Turn it on, or enter a code, in the account settings.",
  code_required: "Please enter the 6-digit code of your authenticator app.",
  wrong_code: "The code is not right. Please enter the next one your app shows. Each code works once.",
  factor_exists: "Two-step verification is on already.",
  proof_required:
    "This is a sensitive action. Enter a code under two-step verification in the account settings, then try again.",
  passkey_unknown: "No account uses this passkey. Try another one, or log in with your password.",
  passkey_refused: "The passkey could not be checked. Please try again.",
  passkey_exists: "This passkey is registered already.",
  passkeys_full: "You can have up to {max, number} passkeys. Remove one that you do not use first.",
  passkeys_not_offered: "Passkeys cannot be used at this address.",
  email_unverified:
    "You can book once your e-mail address is confirmed. Please follow the link in the e-mail we sent you.",
  link_unknown: "This link cannot be used. Please check that the address is complete.",
  link_used: "This link has been used. Each link works only once.",
  link_expired: "This link is too old to be used. Please ask for a new one.",
  link_of_another:
    "This link is for another account. Please log in with the account whose address you are changing.",
  erasure_hold: "You have tickets on hold. Release them or let the hold end first.",
  erasure_order: "An order is waiting for its payment or its outcome. Please wait until it is settled.",
  erasure_ticket:
    "You have tickets for an event that is not over yet. Cancel the order, or wait until the event is over.",
  erasure_refund: "A refund is still under way. Please wait until the money is back.",
  erasure_events:
    "You organize events that are not over yet. Cancel or archive them, or wait until they are over.",
  erasure_connection: "A Coupang account is being connected. Cancel the connection first.",
  access_token_invalid: "Your login has expired. Please log in again.",
  login_session_ended: "You were logged out on this device. Please log in again.",
  login_session_suspended: "Your login on this device is suspended. Please contact support.",
  account_suspended:
    "This account is suspended and cannot log in. Tickets you have paid for stay valid. Please contact support.",
  role_changed: "Your account's role has changed. Reload to continue with the new role.",
  alert_over: "This alert has already cleared.",
  owner_not_operator: "Only an active administrator can own an alert. Please choose someone else.",
  own_account: "You cannot suspend your own account or lower its role.",
  last_admin: "No active administrator would be left. Make someone else an administrator first.",
  account_needed: "You need a connected Coupang account to put something on sale. Please connect one first.",
  too_many_changes: "Every change is sent to everyone with tickets, so you can make at most {limit} an hour.",
  tickets_taken:
    "Someone has bought or is holding tickets, so this event cannot become a draft again. Archive it to stop sales.",
  changed_meanwhile: "Someone else changed this a moment ago. Reload to see what changed, then try again.",
  maximum_lowered: "While anyone has tickets, the limit per person cannot go below {maximum}.",
  poster_kind: "A poster must be a JPEG, PNG, WebP or AVIF picture.",
  poster_mixed: "This file has something else behind its picture. Save the picture by itself and try again.",
  poster_broken: "The picture could not be read to its end. Please check that the file is not damaged.",
  poster_dimensions:
    "The shorter side needs {sideMin} pixels or more, the longer one at most {ratioMax} times as many, and {megapixelsMax} megapixels at most.",
  poster_space:
    "Your posters fill the {megabytes} MB you have. Posters that no event shows are removed after a day.",
  poster_gone: "This poster was uploaded too long ago and has been removed. Please upload it again.",
  seat_map_mistakes:
    "The file has {count} mistakes, so nothing was imported. Correct them and upload it again.",
  seat_map_kind: "Only CSV files can be uploaded.",
  too_many_seat_maps: "You can have {limit} seat maps. Remove one you no longer use, then try again.",
  push_service_unknown:
    "This browser cannot get our notifications. Turn them on in Chrome, Safari, Edge or Firefox.",
  push_endpoint_taken: "Notifications on this browser belong to another account. Press once more.",
  push_devices_full:
    "Up to {max} devices can get notifications. Remove one that you no longer use in your account, then turn them on here.",
  waitlist_promised:
    "While people are on the waiting list, you cannot change how returned tickets are released.",
  no_waitlist: "This date has no waiting list.",
  not_sold_out: "Tickets can still be had in the queue. The waiting list opens once everything is sold.",
  already_waiting:
    "You are already waiting for {quantity}. Leave the waiting list first to change the number.",
  not_offered: "It is not your turn yet. We will tell you as soon as tickets come back.",
  offer_over: "The time to take these tickets is over.",
  price_fixed: "The price is fixed once sales have opened or someone has had tickets.",
  session_cancelled: "This date was cancelled.",
  session_started: "The event has started, so only our staff can cancel it.",
  stock_limit: "A date can have at most {limit} tickets. It has {total} now.",
  insufficient_stock: "Only {left} left, so {wanted} cannot be held.",
  seat_taken: "Someone else already holds {numbers}. Please choose other seats.",
  seat_blocked: "These seats are not for sale: {numbers}.",
  checked_out: "Seats cannot be changed once payment has begun.",
  seats_wanted: "This date has numbered seats. Please choose your seats.",
  no_seats: "This date has no numbered seats. Please choose how many tickets you want.",
  no_seat_map: "This date has no seat map. Please choose your seats from the list.",
  seats_fixed: "This date has numbered seats with prices of their own, so stock and price cannot be changed.",
  sales_not_open: "Sales have not opened yet.",
  sales_closed: "Sales have ended.",
  sales_paused: "Sales are paused. Please try again when they resume.",
  event_withdrawn: "This event is no longer on sale.",
  line_full: "The queue is full. Please try again in a moment.",
  sold_out: "Sold out.",
  bad_queue_token: "This queue number is for another date. Please join the queue again.",
  foreign_queue_token: "This queue number belongs to someone else. Please join with your own account.",
  line_restarted: "The queue was restarted. Please join again.",
  place_lost: "You were away too long and lost your place. Please join the queue again.",
  not_admitted: "It is not your turn yet.",
  admission_expired: "Your time to enter has passed. Please join the queue again.",
  admission_spent: "This turn has already been used. Please join the queue again.",
  duplicate_hold: "You already hold tickets for this date. Pay for them or release them first.",
  ticket_limit_exceeded: "Limit {limit} per person. You have {have}, so you cannot hold {wanted} more.",
  hold_ended:
    "{ending, select, paid {You have already paid for these tickets. They are in My tickets.} cancelled {This order was cancelled. Your orders show the refund status.} checking {Time is up, and we are checking whether you paid. Please do not pay again.} paid_late {Your payment arrived too late and no tickets were issued. We have requested a full refund.} returned {You released these tickets. You were not charged.} expired {Your hold has expired and the tickets are back on sale. You were not charged.} payment_failed {The payment was declined and the tickets are back on sale. You were not charged.} sale_ended {Sales have ended and the tickets were released. You were not charged.} withdrawn {This event is no longer on sale. You were not charged.} session_cancelled {This date was cancelled. You were not charged.} other {The hold has ended.}}",
  too_many_checkouts: "You have started too many orders in a short time. Please try again in a few minutes.",
  too_many_confirmations: "Too many attempts to confirm a payment in a short time. You were not charged.",
  authorization_refused:
    "{why, select, unknown {The payment company has no record of a completed payment. You were not charged.} foreign {This payment belongs to another order. You were not charged and nothing changed.} over {This payment has already ended at the payment company. You were not charged; please pay again.} other {This payment could not be confirmed. You were not charged.}}",
  provider_silent:
    "The payment company is not responding. You were not charged and your tickets are still on hold. Please try again.",
  refund_too_high: "At most {max, number} KRW can be refunded for these tickets.",
  refund_closed: "This refund was closed manually. It will not be requested from the payment company again.",
  payment_under_way: "Your payment is being confirmed. Please try again once the result is in.",
  alert_ends_itself: "This alert clears by itself once its cause is gone.",
  vendor_busy:
    "Someone else is connecting this vendor account. If you have its Open API keys, you can connect with them right away.",
  vendor_connected:
    "This vendor account is connected to someone else. They need to disconnect it, or an operator needs to release it.",
  already_connecting: "You are still connecting vendor {vendorId}. Please finish or cancel that first.",
  keys_needed: "Please enter the Open API keys from Coupang WING to finish.",
  keys_refused: "Coupang did not accept these keys. Please check the vendor ID and both keys.",
  bad_vendor_id: "A vendor ID is the letter A and eight digits.",
  bad_issue_date: "The issue date must be today or within the last {days} days.",
  bad_business_number: "This business number is not valid. Please check it.",
  stale_fencing_token: "The phone line has passed to someone else. Please check your current step.",
  step_not_yours: "You cannot complete this step yourself.",
  not_connected_yet:
    "Coupang does not show the account as connected yet. Please check that you entered both codes.",
  marketplace_away: "Coupang is not responding. Please try again in a moment.",
  erasure_shipping:
    "A parcel with your paper tickets is on its way. You can erase your account once it has arrived.",
  delivery_not_offered: "This date does not offer that kind of ticket. Please choose the other kind.",
  paper_orders_closed: "Paper tickets can no longer be ordered for this date. Please book mobile tickets.",
  delivery_fixed:
    "You started paying for the other kind of ticket. To change it, release the tickets and book again.",
  tickets_on_their_way:
    "Your paper tickets have already been sent, so you cannot cancel. Send them back for a refund.",
  tracking_fixed: "This parcel has no tracking number to correct: it has not left yet, or its way has ended.",
  tracking_mistakes: "The file has {count, number} mistakes, so nothing was shipped.",
  tracking_kind: "Only CSV files can be uploaded.",
  refund_needs_approval: "Refunds of more than {above, number} KRW need another operator's approval.",
  operator_needs_approval: "A new administrator needs another operator's approval.",
  closing_needs_approval: "Ending a sale needs another operator's approval.",
  asker_left:
    "The person who asked is no longer an operator. Refuse it, and ask again yourself if it is needed.",
  own_approval: "Another operator has to decide what you asked for.",
  approval_over: "This was decided already, or its time is over. Please refresh.",
  payment_known: "The outcome of this payment has become known. Refresh to see it.",
  cancel_fee_changed:
    "The cancellation terms have changed: you would now get back {refund, number} KRW, with a fee of {fee, number} KRW. Please check and confirm again.",
  cancel_deadline_passed: "The cancellation deadline has passed.",
  wrong_amount: "The amount does not match the order, so nothing was processed.",
  count_changed:
    "The number of matches is no longer {expected}, so nothing was resent. Please check the new number.",
  forged_ticket: "We did not issue this ticket.",
  doors_not_open: "It is too early: check-in opens six hours before the start.",
  event_over: "It is too late: check-in closed twelve hours after the start.",
  door_link_ended: "This door link has ended. Ask for a new one.",
  door_link_full: "This door link is already open on as many devices as it is for. Ask for another one.",
  too_many_door_links: "This date has as many door links as there can be.",
  ticket_void: "A ticket has been cancelled already. Refresh and choose again.",
  ticket_given_away:
    "One of these tickets was given to someone else. Once they give it back, you can cancel.",
  transfer_not_offered: "Tickets of this performance cannot be given to someone else now.",
  transfer_over: "This link was used, taken back or has expired.",
  own_transfer: "You offered this ticket yourself. Send the link to the person who should have it.",
  ticket_used: "A ticket of this order has been used, so it cannot be cancelled.",
};

export const problem: Translated<typeof ko.problem> = {
  places: { confirmEmail: "Confirm your e-mail", proveYourself: "Confirm that it is you" },
  /** At the field itself. */
  field: "Please check this field.",
  missing: "This field is required.",
  rule: {
    closes_before_opening: "Sales must close after they open.",
    starts_before_closing: "The event cannot start before sales close.",
    closes_in_past: "Sales must close in the future.",
    opens_long_ago: "Sales open more than 30 days in the past. Please check the year.",
    starts_too_far: "The event is more than 20 years away. Please check the year.",
    deadline_after_start: "The cancellation deadline cannot be after the event starts.",
    deadline_too_early:
      "The cancellation deadline must leave buyers 30 minutes from when they can book, or until the event starts.",
    sales_have_opened: "The opening of sales cannot change once sales are open. Close sales instead.",
    has_started: "The date cannot change once the event has started.",
    start_without_notice: "Moving the event earlier must leave ticket holders at least a day's notice.",
    deadline_shortened: "The cancellation deadline cannot be earlier than ticket holders were promised.",
  },
  network:
    "We got no response from the server. What you did may have gone through: please check your connection and reload.",
  not_sent: "You are offline, so nothing was sent. Please try again once you are back online.",
  not_arrived: "The connection was lost and your request did not arrive. Nothing was done; please try again.",
  unknown: "Something went wrong. Please try again in a moment.",
  away: {
    postgres:
      "The database is not answering, so nothing can be loaded or changed right now. Booked tickets and completed payments stay as they are, and unfinished payments are checked once it is back.",
    redis:
      "The server for queues and logins is not answering, so nobody can log in or join a queue right now. Tickets, holds and payments stay as they are.",
  },
  checking: {
    title: "Checking",
    body: "The connection was lost before we got a response. We are checking whether it went through. There is no need to press again; it is never done twice.",
  },
  offline: "You are offline. This page shows what was loaded before, and updates when you are back online.",
  retryAfter: "You can try again in {seconds, plural, one {# second} other {# seconds}}.",
  reference: "Reference {traceId}",
};
