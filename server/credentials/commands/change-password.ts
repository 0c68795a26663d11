import { authErrors } from "../../auth/errors.ts";
import { requirePassword } from "../../auth/queries.ts";
import { lockAccount } from "../../auth/steps/lock-account.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { signedIn } from "../../platform/operation/allow.ts";
import { writeAudit } from "../../platform/operation/audit.ts";
import { defineDirectCommand } from "../../platform/operation/command.ts";
import { hashPassword } from "../../platform/values/passwords.ts";
import { NoOutput } from "../../platform/values/text.ts";
import { ChangePassword } from "../contract.ts";
import { replacePassword } from "../steps/replace-password.ts";

/**
 * Changes the caller's password and ends all other login sessions. Throws `wrong_password` (403), `rate_limited` (429),
 * `unavailable` (503).
 */
export const changePassword = defineDirectCommand({
  id: "credentials.change-password",
  summary: "Change your password.",
  allow: signedIn,
  input: ChangePassword,
  output: NoOutput,
  refuses: [authErrors.wrong_password],
  async run(ctx, { password, newPassword }) {
    const { id, role, passwordHash } = await requirePassword(ctx, password);
    const newHash = await hashPassword(newPassword);
    await inTransaction(ctx, async (tx) => {
      const person = await lockAccount(tx, id, role);
      // It may have been replaced while the new one was hashed, and then the one that was typed is wrong.
      if (person?.state !== "ACTIVE" || person.passwordHash !== passwordHash)
        throw authErrors.wrong_password();
      const { loginSessionId: kept } = ctx.actor;
      await replacePassword(tx, person, newHash, { reason: "password_changed", kept });
      writeAudit(tx, [{ action: changePassword.id, target: id, outcome: "ok" }]);
    });
    return {};
  },
});
