import { env } from "../../platform/config/env.ts";
import type { Tx } from "../../platform/operation/context.ts";
import { authErrors } from "../errors.ts";

/**
 * Refuses an operator who alone makes another one while anything needs a second operator: with an account of one's own
 * making, one would approve what one asked for oneself.
 * @throws `operator_needs_approval` (409)
 */
export function requireSecondOperator({ actor }: Pick<Tx, "actor">): void {
  const needsTwo = env.APPROVE_CLOSING || env.APPROVE_REFUNDS_ABOVE !== undefined;
  if (needsTwo && actor.kind === "user") throw authErrors.operator_needs_approval();
}
