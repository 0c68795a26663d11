import { signedIn } from "../../platform/operation/allow.ts";
import { defineDirectCommand } from "../../platform/operation/command.ts";
import { BeginSecondFactor, PasskeyOptions } from "../contract.ts";
import { authErrors } from "../errors.ts";
import { countChallenge } from "../limits.ts";
import { arePasskeysOffered, challengeFor, newPasskeyOptions, PASSKEYS_MAX } from "../passkeys.policy.ts";
import { findPasskeysOf, keepChallenge } from "../passkeys.store.ts";
import { requirePassword, requireProofOfFactor } from "../queries.ts";

/**
 * Asks the browser to make a passkey for the caller, by the password and, of who has a second factor, a fresh proof of it.
 * Throws `wrong_password`, `proof_required` (403), `passkeys_full`, `passkeys_not_offered` (409), `rate_limited` (429),
 * `unavailable` (503).
 */
export const beginAddingPasskey = defineDirectCommand({
  id: "auth.begin-adding-passkey",
  summary: "Ask your browser to make a passkey.",
  allow: signedIn,
  input: BeginSecondFactor,
  output: PasskeyOptions,
  refuses: [
    ...[authErrors.wrong_password, authErrors.proof_required],
    ...[authErrors.passkeys_full, authErrors.passkeys_not_offered],
  ],
  async run(ctx, { password }) {
    if (!arePasskeysOffered()) throw authErrors.passkeys_not_offered();
    const user = await requirePassword(ctx, password);
    await requireProofOfFactor(ctx);
    await countChallenge(ctx);
    const known = await findPasskeysOf(ctx, user.id);
    if (known.length >= PASSKEYS_MAX) throw authErrors.passkeys_full({ max: PASSKEYS_MAX });
    const options = await newPasskeyOptions(user, known);
    await keepChallenge(ctx, options.challenge, challengeFor.adding(ctx.actor.loginSessionId));
    return { ...options };
  },
});
