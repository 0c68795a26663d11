import { inTransaction } from "../../platform/database/transaction.ts";
import { signedIn } from "../../platform/operation/allow.ts";
import { writeAudit } from "../../platform/operation/audit.ts";
import { defineDirectCommand } from "../../platform/operation/command.ts";
import { BeginSecondFactor, SecondFactorBegun } from "../contract.ts";
import { authErrors } from "../errors.ts";
import { newFactor } from "../factors.policy.ts";
import { beginFactor } from "../factors.store.ts";
import { requirePassword, requireProofOfFactor } from "../queries.ts";

/**
 * Makes the secret that an authenticator app is to have. It counts once a code of the app has confirmed it. Throws
 * `wrong_password`, `proof_required` (403), `factor_exists` (409), `rate_limited` (429), `unavailable` (503).
 */
export const beginSecondFactor = defineDirectCommand({
  id: "auth.begin-second-factor",
  summary: "Make the secret for your authenticator app.",
  allow: signedIn,
  input: BeginSecondFactor,
  output: SecondFactorBegun,
  refuses: [authErrors.wrong_password, authErrors.factor_exists, authErrors.proof_required],
  async run(ctx, { password }) {
    const { id, email } = await requirePassword(ctx, password);
    await requireProofOfFactor(ctx);
    const { sealedSecret, ...begun } = newFactor(id, email);
    await inTransaction(ctx, async (tx) => {
      if (!(await beginFactor(tx, id, sealedSecret))) throw authErrors.factor_exists();
      writeAudit(tx, [{ action: beginSecondFactor.id, target: id, outcome: "ok" }]);
    });
    return begun;
  },
});
