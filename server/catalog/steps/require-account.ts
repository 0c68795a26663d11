import { isConnected } from "../../integration/accounts.store.ts";
import type { Tx } from "../../platform/operation/context.ts";
import { catalogErrors } from "../errors.ts";

/**
 * Only an admin, or a seller whose account is connected, may put something on sale, sooner, for longer or more of it.
 * The account is asked for now, since the role stays when the account is taken away. Acts that serve buyers, such as
 * closing a sale or telling of another venue, need none.
 * @throws `account_needed` (403)
 */
export async function requireAccount(tx: Tx): Promise<void> {
  const { actor } = tx;
  if (actor.kind !== "user" || actor.role === "ADMIN") return;
  if (!(await isConnected(tx, actor.userId))) throw catalogErrors.account_needed();
}
