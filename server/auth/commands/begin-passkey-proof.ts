import { signedIn } from "../../platform/operation/allow.ts";
import { defineDirectCommand } from "../../platform/operation/command.ts";
import { NoInput } from "../../platform/values/text.ts";
import { PasskeyOptions } from "../contract.ts";
import { authErrors } from "../errors.ts";
import { countChallenge } from "../limits.ts";
import { askPasskeyOptions, challengeFor } from "../passkeys.policy.ts";
import { findPasskeysOf, keepChallenge } from "../passkeys.store.ts";

/** Asks for one of the caller's passkeys. Throws `passkey_unknown` (401) where there is none, `rate_limited` (429). */
export const beginPasskeyProof = defineDirectCommand({
  id: "auth.begin-passkey-proof",
  summary: "Ask for one of your passkeys.",
  allow: signedIn,
  input: NoInput,
  output: PasskeyOptions,
  refuses: [authErrors.passkey_unknown],
  async run(ctx) {
    await countChallenge(ctx);
    const known = await findPasskeysOf(ctx, ctx.actor.userId);
    if (known.length === 0) throw authErrors.passkey_unknown();
    const options = await askPasskeyOptions(known);
    await keepChallenge(ctx, options.challenge, challengeFor.proof(ctx.actor.loginSessionId));
    return { ...options };
  },
});
