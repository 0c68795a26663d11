import { insertUser } from "../../auth/accounts.store.ts";
import { Account, SignUp } from "../../auth/contract.ts";
import { authErrors } from "../../auth/errors.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { anyone } from "../../platform/operation/allow.ts";
import { writeAudit } from "../../platform/operation/audit.ts";
import { defineDirectCommand } from "../../platform/operation/command.ts";
import { newId } from "../../platform/values/ids.ts";
import { hashPassword } from "../../platform/values/passwords.ts";
import { countSignUp } from "../limits.ts";
import { verifyMail } from "../mail.ts";
import { mailLink } from "../steps/mail-link.ts";
import { isKeptForUndo } from "../store.ts";

/**
 * Makes an account with role USER, and mails the link that proves its address. Throws `email_taken` (409), also for an
 * address that an account may still go back to, `rate_limited` (429) and, when too many passwords
 * are being hashed, `unavailable` (503). The password is hashed before a transaction holds a connection.
 */
export const signUp = defineDirectCommand({
  // Clients, docs and the audit log know it by this id.
  id: "auth.sign-up",
  summary: "Create an account.",
  allow: anyone,
  input: SignUp,
  output: Account,
  refuses: [authErrors.email_taken],
  async run(ctx, { email, password, language }) {
    await countSignUp(ctx);
    const passwordHash = await hashPassword(password);
    return inTransaction(ctx, async (tx) => {
      if (await isKeptForUndo(tx, email)) throw authErrors.email_taken();
      const user = await insertUser(tx, { id: newId("user"), email, passwordHash, language });
      if (!user) throw authErrors.email_taken();
      await mailLink(tx, user, { kind: "verify-email", to: email, mail: verifyMail() });
      writeAudit(tx, [{ action: signUp.id, target: user.id, outcome: "ok" }]);
      return user;
    });
  },
});
