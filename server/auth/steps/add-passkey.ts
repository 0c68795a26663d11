import type { Tx, UserActor } from "../../platform/operation/context.ts";
import { newId } from "../../platform/values/ids.ts";
import { lockWholeUser, type User } from "../accounts.store.ts";
import type { PasskeyAnswer } from "../contract.ts";
import { authErrors } from "../errors.ts";
import { challengeFor, madePasskey, PASSKEYS_MAX } from "../passkeys.policy.ts";
import { findPasskeysOf, insertPasskey, takeChallenge } from "../passkeys.store.ts";
import { requireProofOfFactor } from "../queries.ts";
import { saveProof } from "../standing.store.ts";

/**
 * Saves the passkey that the caller's browser made. Making it proved who it is, as using it does. Throws
 * `passkey_refused`, `proof_required` (403), `passkey_exists`, `passkeys_full` (409), `unavailable` (503).
 * @returns the account
 */
export async function addPasskey(
  tx: Tx<UserActor>,
  { answer, name }: { readonly answer: PasskeyAnswer; readonly name: string },
): Promise<User> {
  const { userId, loginSessionId } = tx.actor;
  // Locked, so that of many at once none is one too many.
  const user = await lockWholeUser(tx, userId);
  await requireProofOfFactor(tx);
  const use = challengeFor.adding(loginSessionId);
  const made = await madePasskey(answer, (challenge) => takeChallenge(tx, challenge, use));
  if (!made || user?.state !== "ACTIVE") throw authErrors.passkey_refused();
  if ((await findPasskeysOf(tx, userId)).length >= PASSKEYS_MAX)
    throw authErrors.passkeys_full({ max: PASSKEYS_MAX });
  const isNew = await insertPasskey(tx, { ...made, id: newId("passkey"), userId, name });
  if (!isNew) throw authErrors.passkey_exists();
  await saveProof(tx, loginSessionId);
  return user;
}
