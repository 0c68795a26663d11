/** What postgres.js and Node call a connection that was lost or could not be opened. */
const LOST = /^(CONNECTION_|CONNECT_TIMEOUT|ECONN|EPIPE|ETIMEDOUT|ENOENT)/;

/** Postgres's classes 08 (connection), 53 (resources) and 57P (shutdown), and its codes for a time limit. */
const UNAVAILABLE = /^(08|53|57P0|57014|25P03)/;

const codeOf = (error: unknown): string => {
  const code = error instanceof Error && "code" in error ? error.code : "";
  return typeof code === "string" ? code : "";
};

/** Whether the connection that a statement ran on is gone: also after an error that Postgres calls fatal. */
export const endsConnection = (error: unknown): boolean =>
  LOST.test(codeOf(error)) ||
  (error instanceof Error &&
    "severity" in error &&
    (error.severity === "FATAL" || error.severity === "PANIC"));

/** Whether the database was away or too slow for the caller, in the error or in one of its causes. */
export function isConnectionLoss(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause)
    if (LOST.test(codeOf(cause)) || UNAVAILABLE.test(codeOf(cause))) return true;
  return false;
}
