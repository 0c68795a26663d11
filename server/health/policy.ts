/** A job is missed when it did not end well for so many of its periods (docs/spec/operations.md#alerts). */
export const MISSED_PERIODS = 3;

/** A job fails when so many of its tries in a row did. */
export const FAILURES_IN_A_ROW = 3;

/** A message that waits longer than a few of its retries take is late. */
export const LATE_SECONDS = 600;
