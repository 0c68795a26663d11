import { authErrors } from "../../auth/errors.ts";
import { deletePasskeyOf } from "../../auth/passkeys.store.ts";
import { requirePassword, requireProofOfFactor } from "../../auth/queries.ts";
import { endLoginSessionsOf } from "../../auth/store.ts";
import { mailPeople } from "../../mail/steps/mail-people.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { signedIn } from "../../platform/operation/allow.ts";
import { writeAudit } from "../../platform/operation/audit.ts";
import { defineDirectCommand } from "../../platform/operation/command.ts";
import { platformErrors } from "../../platform/operation/errors.ts";
import { NoOutput } from "../../platform/values/text.ts";
import { RemovePasskey } from "../contract.ts";
import { passkeyMail } from "../mail.ts";

/**
 * Removes a passkey of the caller by the password and, of who has a second factor, a fresh proof of it. The other login
 * sessions end, since one may have been opened with it. Throws `wrong_password`, `proof_required` (403), `not_found` (404),
 * `rate_limited` (429), `unavailable` (503).
 */
export const removePasskey = defineDirectCommand({
  id: "credentials.remove-passkey",
  summary: "Remove one of your passkeys.",
  allow: signedIn,
  input: RemovePasskey,
  output: NoOutput,
  refuses: [authErrors.wrong_password, authErrors.proof_required, platformErrors.not_found],
  async run(ctx, { passkeyId, password }) {
    const { id, email: to } = await requirePassword(ctx, password);
    await requireProofOfFactor(ctx);
    await inTransaction(ctx, async (tx) => {
      const removed = await deletePasskeyOf(tx, id, passkeyId);
      if (!removed) throw platformErrors.not_found({ what: "passkey" });
      await mailPeople(tx, "security.passkey-removed", [
        { userId: id, to, ...passkeyMail("removed", removed.name) },
      ]);
      writeAudit(tx, [{ action: removePasskey.id, target: id, outcome: "ok" }]);
      await endLoginSessionsOf(tx, id, "passkey_removed", ctx.actor.loginSessionId);
    });
    return {};
  },
});
