import { setPasswordHash } from "../../auth/accounts.store.ts";
import type { UserId } from "../../auth/contract.ts";
import { authErrors } from "../../auth/errors.ts";
import { deleteFactor } from "../../auth/factors.store.ts";
import { deletePasskeysOf } from "../../auth/passkeys.store.ts";
import { hasFactor } from "../../auth/queries.ts";
import { lockAccount } from "../../auth/steps/lock-account.ts";
import { endLoginSessionsOf } from "../../auth/store.ts";
import { mailPeople } from "../../mail/steps/mail-people.ts";
import type { Tx, UserActor } from "../../platform/operation/context.ts";
import { platformErrors } from "../../platform/operation/errors.ts";
import { UNMATCHED_HASH } from "../../platform/values/passwords.ts";
import { factorsRemovedMail, resetMail } from "../mail.ts";
import { VOID_WITH_PASSWORD } from "../policy.ts";
import { endLinksOf } from "../store.ts";
import { mailLink } from "./mail-link.ts";

/**
 * Whether there is something to remove, of another person than the caller: a thief at an operator's login session must not
 * take that operator's factors away.
 * @throws `own_account` (409), `not_found` (404)
 */
export async function requireFactorsOfAnother(tx: Tx<UserActor>, userId: UserId): Promise<void> {
  if (tx.actor.userId === userId) throw authErrors.own_account();
  if (!(await hasFactor(tx, userId))) throw platformErrors.not_found({ what: "second factor" });
}

/**
 * Removes every second factor of a person who has lost them: the authenticator app with its recovery codes, and passkeys.
 * The password alone would open the account then to a thief who knows it, so it is void, and a link to choose another is
 * mailed to the account's address. Login sessions end (docs/decisions/070-lost-second-factors.md). Throws `own_account`
 * (409), `not_found` (404), `unavailable` (503).
 */
export async function removeFactorsOf(tx: Tx<UserActor>, userId: UserId): Promise<void> {
  const person = await lockAccount(tx, userId, "USER");
  if (!person) throw platformErrors.not_found({ what: "user" });
  await requireFactorsOfAnother(tx, userId);
  await deleteFactor(tx, userId);
  await deletePasskeysOf(tx, userId);
  await setPasswordHash(tx, userId, UNMATCHED_HASH);
  await endLinksOf(tx, userId, VOID_WITH_PASSWORD);
  await mailPeople(tx, "security.factors-removed", [{ userId, to: person.email, ...factorsRemovedMail() }]);
  await mailLink(tx, person, { kind: "reset-password", to: person.email, mail: resetMail() });
  await endLoginSessionsOf(tx, userId, "factors_removed");
}
