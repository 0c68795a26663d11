/** Postgres's code for a row that a unique index has already. */
const UNIQUE_VIOLATION = "23505";

/** Whether a statement failed because another transaction's row came first, in the error or in one of its causes. */
export function isDuplicate(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause)
    if ("code" in cause && cause.code === UNIQUE_VIOLATION) return true;
  return false;
}
