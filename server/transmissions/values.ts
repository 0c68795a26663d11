/** Where a message can go. */
export const DESTINATIONS = [
  "data-platform",
  "events",
  "payment-provider",
  "email",
  "alert-webhook",
  "push",
] as const;

export const SEARCH_LENGTH_MAX = 200;

/** At most this many are replayed by one call. */
export const REPLAY_MAX = 1000;

/** Counting a million rows every second would cost more than the number is worth. */
export const COUNTED_MAX = 10_000;
