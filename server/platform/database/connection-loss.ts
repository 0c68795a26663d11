/**
 * postgres.js names for a lost connection, and Postgres's classes 08 (connection), 53 (resources) and 57P (shutdown)
 * and its words for what took too long: 57014 and 25P03.
 */
const LOST =
  /^(CONNECTION_|CONNECT_TIMEOUT|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOENT|08|53|57P0|57014|25P03)/;

/** Whether the database went away or was too slow, rather than refused a statement. */
export function isConnectionLoss(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause)
    if ("code" in cause && typeof cause.code === "string" && LOST.test(cause.code)) return true;
  return false;
}
