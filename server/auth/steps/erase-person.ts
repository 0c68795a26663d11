import { randomBytes } from "node:crypto";
import { appNow } from "../../platform/database/clock.ts";
import type { Tx } from "../../platform/operation/context.ts";
import { UNMATCHED_HASH } from "../../platform/values/passwords.ts";
import { lockActiveAdmins, movePerson } from "../accounts.store.ts";
import type { UserId } from "../contract.ts";
import { deleteFactor } from "../factors.store.ts";
import { forgetNetworks } from "../limits.ts";
import { deletePasskeysOf } from "../passkeys.store.ts";
import { requireOtherAdmin } from "../policy.ts";
import { endLoginSessionsOf, forgetDevicesOf } from "../store.ts";

/** A made-up address at a domain that belongs to no one. It is random, so that it leads from nothing to the person. */
const pseudonym = (): string => `erased-${randomBytes(8).toString("hex")}@erased.invalid`;

/**
 * Makes an account a pseudonym in the caller's transaction: its id stays, and no one can log in or be written to. Its login
 * sessions end at once, with every stream that was opened with them. Throws `last_admin` (409), `unavailable` (503)
 * without Redis.
 * @param person - the account as it was
 */
export async function erasePerson(
  tx: Tx,
  person: { readonly id: UserId; readonly email: string; readonly role: string },
): Promise<void> {
  const { id, email, role } = person;
  if (role === "ADMIN") requireOtherAdmin(await lockActiveAdmins(tx), id);
  const set = {
    email: pseudonym(),
    passwordHash: UNMATCHED_HASH,
    role: "USER" as const,
    erasedAt: appNow,
    emailVerifiedAt: null,
  };
  await movePerson(tx, id, "ERASED", { reason: "asked_by_the_person", set });
  await deleteFactor(tx, id);
  await deletePasskeysOf(tx, id);
  await endLoginSessionsOf(tx, id, "account_erased");
  await forgetDevicesOf(tx, id);
  await forgetNetworks(tx, email);
}
