/** A job is missed when it has not succeeded for this many of its periods (docs/spec/operations.md#alerts). */
export const MISSED_PERIODS = 3;

/** A job is failing when this many of its tries in a row failed. */
export const FAILURES_IN_A_ROW = 3;

/** A message is late when it waits longer than its first retries take. */
export const LATE_SECONDS = 600;
