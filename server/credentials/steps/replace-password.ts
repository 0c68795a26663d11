import { setPasswordHash, type User } from "../../auth/accounts.store.ts";
import type { LoginSessionId } from "../../auth/contract.ts";
import { endLoginSessionsOf } from "../../auth/store.ts";
import { mailPeople } from "../../mail/steps/mail-people.ts";
import type { Tx } from "../../platform/operation/context.ts";
import { passwordMail } from "../mail.ts";
import { VOID_WITH_PASSWORD } from "../policy.ts";
import { endLinksOf } from "../store.ts";

/**
 * Gives an account another password in the caller's transaction, which has the account locked. Login sessions end, and so
 * do the links that were asked for under the old password; the person is told by e-mail. Throws `unavailable` (503)
 * without Redis, since a thief's login session must not go on.
 * @param kept - the login session that goes on, where one does
 */
export async function replacePassword(
  tx: Tx,
  { id, email: to }: Pick<User, "id" | "email">,
  passwordHash: string,
  { reason, kept }: { readonly reason: string; readonly kept?: LoginSessionId },
): Promise<void> {
  await setPasswordHash(tx, id, passwordHash);
  await endLinksOf(tx, id, VOID_WITH_PASSWORD);
  await mailPeople(tx, "security.password-changed", [{ userId: id, to, ...passwordMail() }]);
  await endLoginSessionsOf(tx, id, reason, kept);
}
