import { anyone } from "../../platform/operation/allow.ts";
import { defineDirectCommand } from "../../platform/operation/command.ts";
import { NoInput } from "../../platform/values/text.ts";
import { PasskeyOptions } from "../contract.ts";
import { countChallenge } from "../limits.ts";
import { askPasskeyOptions, challengeFor } from "../passkeys.policy.ts";
import { keepChallenge } from "../passkeys.store.ts";

/** Asks a browser for any passkey of this shop. Throws `rate_limited` (429), `unavailable` (503). */
export const beginPasskeyLogin = defineDirectCommand({
  id: "auth.begin-passkey-login",
  summary: "Ask for a passkey to log in with.",
  allow: anyone,
  input: NoInput,
  output: PasskeyOptions,
  async run(ctx) {
    await countChallenge(ctx);
    const options = await askPasskeyOptions();
    await keepChallenge(ctx, options.challenge, challengeFor.login);
    return { ...options };
  },
});
