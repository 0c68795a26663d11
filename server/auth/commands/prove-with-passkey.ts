import { signedIn } from "../../platform/operation/allow.ts";
import { defineCommand } from "../../platform/operation/command.ts";
import { NoOutput } from "../../platform/values/text.ts";
import { LogInWithPasskey } from "../contract.ts";
import { authErrors } from "../errors.ts";
import { countPasskey } from "../limits.ts";
import { challengeFor } from "../passkeys.policy.ts";
import { findPasskey } from "../passkeys.store.ts";
import { saveProof } from "../standing.store.ts";
import { checkPasskey } from "../steps/check-passkey.ts";

/**
 * Proves with a passkey of the caller that it is the person who acts now, as a code of the second factor does. Throws
 * `passkey_refused` (403), also for another person's, `rate_limited` (429), `unavailable` (503).
 */
export const proveWithPasskey = defineCommand({
  id: "auth.prove-with-passkey",
  summary: "Prove with a passkey that it is you.",
  allow: signedIn,
  input: LogInWithPasskey,
  output: NoOutput,
  refuses: [authErrors.passkey_refused],
  audit: () => ({}),
  async run(tx, { answer }) {
    const { userId, loginSessionId } = tx.actor;
    const counted = await countPasskey(tx, userId);
    const passkey = await findPasskey(tx, answer.id);
    if (passkey?.userId !== userId) throw authErrors.passkey_refused();
    await checkPasskey(tx, passkey, { answer, use: challengeFor.proof(loginSessionId) });
    await counted.succeeded();
    await saveProof(tx, loginSessionId);
    return {};
  },
});
