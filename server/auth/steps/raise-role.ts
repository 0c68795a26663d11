import type { Role, Tx } from "../../platform/operation/context.ts";
import { platformErrors } from "../../platform/operation/errors.ts";
import { setRole } from "../accounts.store.ts";
import type { UserId } from "../contract.ts";
import { isMore } from "../policy.ts";
import { notifyRole } from "../store.ts";

/** Gives an account a role that it has earned, in the caller's transaction; one that has more keeps it. Throws `not_found`. */
export async function raiseRole(tx: Tx, { userId, role }: { userId: UserId; role: Role }): Promise<void> {
  const user = await setRole(tx, userId, (before) => (isMore(role, before) ? role : before));
  if (!user) throw platformErrors.not_found({ what: "user" });
  await notifyRole(tx, user);
}
