import { inTransaction } from "../../platform/database/transaction.ts";
import { signedIn } from "../../platform/operation/allow.ts";
import { writeAudit } from "../../platform/operation/audit.ts";
import { defineDirectCommand } from "../../platform/operation/command.ts";
import { NoOutput } from "../../platform/values/text.ts";
import { RemoveSecondFactor } from "../contract.ts";
import { authErrors } from "../errors.ts";
import { deleteFactor, findFactor } from "../factors.store.ts";
import { countCode } from "../limits.ts";
import { requirePassword } from "../queries.ts";
import { forgetProof } from "../standing.store.ts";
import { checkCode } from "../steps/check-code.ts";
import { endLoginSessionsOf } from "../store.ts";

/**
 * Turns the second factor off, by the password and a code. The other login sessions end, and this one counts as without a
 * second factor. Throws `wrong_password`, `wrong_code` (403), `rate_limited` (429), `unavailable` (503).
 */
export const removeSecondFactor = defineDirectCommand({
  id: "auth.remove-second-factor",
  summary: "Turn off your second factor.",
  allow: signedIn,
  input: RemoveSecondFactor,
  output: NoOutput,
  refuses: [authErrors.wrong_password, authErrors.wrong_code],
  async run(ctx, { password, code }) {
    const { id } = await requirePassword(ctx, password);
    const counted = await countCode(ctx, id);
    const { loginSessionId } = ctx.actor;
    await inTransaction(ctx, async (tx) => {
      const factor = await findFactor(tx, id);
      if (!factor?.confirmedAt) throw authErrors.wrong_code();
      await checkCode(tx, factor, code);
      await deleteFactor(tx, id);
      writeAudit(tx, [{ action: removeSecondFactor.id, target: id, outcome: "ok" }]);
      await endLoginSessionsOf(tx, id, "second_factor_off", loginSessionId);
      await forgetProof(tx, loginSessionId);
    });
    await counted.succeeded();
    return {};
  },
});
