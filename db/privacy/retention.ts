/** After how many days the job `retention.purge` ends what is not kept for good. */
export const RETENTION_DAYS = {
  /** Answers kept for a repeated request; the column `expires_at` sets it. */
  idempotencyKeys: 1,
  /** Contents of messages after they were sent, and the answers to them. */
  transmissionContents: 90,
} as const;
