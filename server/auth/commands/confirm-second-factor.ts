import { signedIn } from "../../platform/operation/allow.ts";
import { defineCommand } from "../../platform/operation/command.ts";
import { GiveCode, RecoveryCodes } from "../contract.ts";
import { authErrors } from "../errors.ts";
import { hashOfRecoveryCode, isAppCode, newRecoveryCodes } from "../factors.policy.ts";
import { confirmFactor, findFactor } from "../factors.store.ts";
import { countCode } from "../limits.ts";
import { requireProofOfFactor } from "../queries.ts";
import { saveProof } from "../standing.store.ts";
import { checkCode } from "../steps/check-code.ts";
import { endLoginSessionsOf } from "../store.ts";

/**
 * Turns the second factor on, by a code of the app that was given the secret. The login sessions without one end, and the
 * recovery codes are told this once. Throws `wrong_code`, `proof_required` (403), `factor_exists` (409), `rate_limited` (429),
 * `unavailable` (503).
 */
export const confirmSecondFactor = defineCommand({
  id: "auth.confirm-second-factor",
  summary: "Turn on your second factor.",
  allow: signedIn,
  input: GiveCode,
  output: RecoveryCodes,
  refuses: [authErrors.wrong_code, authErrors.factor_exists, authErrors.proof_required],
  audit: () => ({}),
  async run(tx, { code }) {
    const { userId, loginSessionId } = tx.actor;
    const counted = await countCode(tx, userId);
    const factor = await findFactor(tx, userId);
    if (!factor || !isAppCode(code)) throw authErrors.wrong_code();
    await checkCode(tx, factor, code);
    await requireProofOfFactor(tx);
    const codes = newRecoveryCodes();
    if (!(await confirmFactor(tx, userId, codes.map(hashOfRecoveryCode)))) throw authErrors.factor_exists();
    await counted.succeeded();
    await endLoginSessionsOf(tx, userId, "second_factor_on", loginSessionId);
    await saveProof(tx, loginSessionId);
    return { codes };
  },
});
