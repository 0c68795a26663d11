import type { Tx } from "../../platform/operation/context.ts";
import { lockActiveAdmins, lockWholeUser, type User } from "../accounts.store.ts";
import type { UserId } from "../contract.ts";

/**
 * Locks an account in the caller's transaction, so that no hold or order of the person begins meanwhile. Of an admin it
 * first locks all admins, in the order that everyone locks them in.
 * @returns undefined where there is no such account
 */
export async function lockAccount(tx: Tx, id: UserId, role: User["role"]): Promise<User | undefined> {
  if (role === "ADMIN") await lockActiveAdmins(tx);
  return lockWholeUser(tx, id);
}
