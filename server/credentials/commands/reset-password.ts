import { setVerified } from "../../auth/accounts.store.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { anyone } from "../../platform/operation/allow.ts";
import { writeAudit } from "../../platform/operation/audit.ts";
import { defineDirectCommand } from "../../platform/operation/command.ts";
import { hashPassword } from "../../platform/values/passwords.ts";
import { NoOutput } from "../../platform/values/text.ts";
import { ResetPassword } from "../contract.ts";
import { credentialErrors } from "../errors.ts";
import { countTry } from "../limits.ts";
import { openLink } from "../queries.ts";
import { replacePassword } from "../steps/replace-password.ts";
import { takeLink } from "../steps/take-link.ts";

/**
 * Replaces a forgotten password by a mailed link, and ends every login session. It logs no one in, so a second factor is
 * still asked for. Throws `link_unknown` (404), `link_used`, `link_expired` (409), `rate_limited` (429), `unavailable` (503).
 */
export const resetPassword = defineDirectCommand({
  id: "credentials.reset-password",
  summary: "Replace a forgotten password by a mailed link.",
  allow: anyone,
  input: ResetPassword,
  output: NoOutput,
  refuses: Object.values(credentialErrors),
  async run(ctx, { token, password }) {
    await countTry(ctx);
    // Looked at first, so that a stranger makes the process hash nothing.
    await openLink(ctx, token, "reset-password");
    const passwordHash = await hashPassword(password);
    await inTransaction(ctx, async (tx) => {
      const { person } = await takeLink(tx, token, "reset-password");
      await setVerified(tx, person.id);
      await replacePassword(tx, person, passwordHash, { reason: "password_reset" });
      writeAudit(tx, [{ action: resetPassword.id, target: person.id, outcome: "ok" }]);
    });
    return {};
  },
});
