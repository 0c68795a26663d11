import { hasAccount } from "../../integration/queries.ts";
import type { Tx } from "../../platform/operation/context.ts";
import { catalogErrors } from "../errors.ts";

/**
 * Whoever brings something new on sale, or on sale sooner, longer or more of it, is an admin or a seller whose account is
 * connected now: the role stays when the account is taken away. What serves those who bought, such as closing a sale or
 * telling of another venue, needs none.
 * @throws `account_needed` (403)
 */
export async function requireAccount(tx: Tx): Promise<void> {
  const { actor } = tx;
  if (actor.kind !== "user" || actor.role === "ADMIN") return;
  if (!(await hasAccount(tx, actor.userId))) throw catalogErrors.account_needed();
}
