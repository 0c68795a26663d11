/** Why the list ended for a person, where neither they nor their time ended it. */
export const WAITLIST_ENDINGS = [
  "sale_over",
  "session_cancelled",
  "event_withdrawn",
  /** They have bought as many as one person may have. */
  "limit_reached",
  "account_erased",
] as const;
export type WaitlistEnding = (typeof WAITLIST_ENDINGS)[number];
