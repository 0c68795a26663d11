/** A job is missed when it has not succeeded for this many of its periods (docs/spec/operations.md#alerts). */
export const MISSED_PERIODS = 3;

/** A job is failing when this many of its tries in a row failed. */
export const FAILURES_IN_A_ROW = 3;

/** An alert is raised for a message that waits longer than a few of its retries take; the page shows it as late before. */
export const LATE_ALERT_SECONDS = 600;

/** A store that answers slower than this is degraded. */
export const SLOW_MS = 250;
