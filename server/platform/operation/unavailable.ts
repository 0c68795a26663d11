import { isConnectionLoss } from "../database/connection-loss.ts";
import { isRedisLoss } from "../redis/connection-loss.ts";
import { platformErrors } from "./errors.ts";

/**
 * A failure as callers are told of it: that Postgres or Redis is away becomes `unavailable` (503) with the `part` that does
 * not answer, at every entry; anything else stays what it is. A lost connection hides whether a transaction was
 * committed, so the caller has to ask again, with the same key.
 */
export function orUnavailable(error: unknown): unknown {
  if (isRedisLoss(error)) return platformErrors.unavailable({ part: "redis" });
  return isConnectionLoss(error) ? platformErrors.unavailable({ part: "postgres" }) : error;
}
