import { env } from "../../platform/config/env.ts";
import type { Tx } from "../../platform/operation/context.ts";
import { catalogErrors } from "../errors.ts";

/**
 * Refuses an operator who ends a sale alone where the setting `APPROVE_CLOSING` demands a second one. Sellers end their own.
 * @throws `closing_needs_approval` (409)
 */
export function requireSecondOperator({ actor }: Pick<Tx, "actor">): void {
  const isOperator = actor.kind === "user" && actor.role === "ADMIN";
  if (env.APPROVE_CLOSING && isOperator) throw catalogErrors.closing_needs_approval();
}
