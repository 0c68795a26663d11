import type { Tx } from "../../platform/operation/context.ts";
import type { PasskeyAnswer } from "../contract.ts";
import { authErrors } from "../errors.ts";
import { usedPasskey } from "../passkeys.policy.ts";
import { lockPasskey, type Passkey, saveUse, takeChallenge } from "../passkeys.store.ts";

/**
 * Takes the answer of a passkey in the caller's transaction: its challenge is used up, and its count of uses is saved.
 * @param use - what the challenge was kept for
 * @throws `passkey_refused` (403), `unavailable` (503)
 */
export async function checkPasskey(
  tx: Tx,
  { id }: Passkey,
  { answer, use }: { readonly answer: PasskeyAnswer; readonly use: string },
): Promise<Passkey> {
  const passkey = await lockPasskey(tx, id);
  const counter =
    passkey && (await usedPasskey(passkey, answer, (challenge) => takeChallenge(tx, challenge, use)));
  if (!passkey || counter === undefined) throw authErrors.passkey_refused();
  await saveUse(tx, id, counter);
  return passkey;
}
