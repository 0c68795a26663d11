import { signedIn } from "../../platform/operation/allow.ts";
import { defineCommand } from "../../platform/operation/command.ts";
import { NoOutput } from "../../platform/values/text.ts";
import { GiveCode } from "../contract.ts";
import { authErrors } from "../errors.ts";
import { findFactor } from "../factors.store.ts";
import { countCode } from "../limits.ts";
import { saveProof } from "../standing.store.ts";
import { checkCode } from "../steps/check-code.ts";

/**
 * Proves with a code of the second factor that it is the person who acts now, for this login session. Throws
 * `wrong_code` (403), also where there is no second factor, `rate_limited` (429), `unavailable` (503).
 */
export const proveSecondFactor = defineCommand({
  id: "auth.prove-second-factor",
  summary: "Give a code of your second factor.",
  allow: signedIn,
  input: GiveCode,
  output: NoOutput,
  refuses: [authErrors.wrong_code],
  audit: () => ({}),
  async run(tx, { code }) {
    const { userId, loginSessionId } = tx.actor;
    const counted = await countCode(tx, userId);
    const factor = await findFactor(tx, userId);
    if (!factor?.confirmedAt) throw authErrors.wrong_code();
    await checkCode(tx, factor, code);
    await counted.succeeded();
    await saveProof(tx, loginSessionId);
    return {};
  },
});
