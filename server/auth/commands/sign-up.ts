import { inTransaction } from "../../platform/database/transaction.ts";
import { anyone } from "../../platform/operation/allow.ts";
import { writeAudit } from "../../platform/operation/audit.ts";
import { defineDirectCommand } from "../../platform/operation/command.ts";
import { newId } from "../../platform/values/ids.ts";
import { hashPassword } from "../../platform/values/passwords.ts";
import { insertUser } from "../accounts.store.ts";
import { Account, SignUp } from "../contract.ts";
import { authErrors } from "../errors.ts";
import { countSignUp } from "../limits.ts";

/**
 * Makes an account with role USER. Throws `email_taken` (409), `rate_limited` (429) and, when too many passwords
 * are being hashed, `unavailable` (503). The password is hashed before a transaction holds a connection.
 */
export const signUp = defineDirectCommand({
  id: "auth.sign-up",
  summary: "Create an account.",
  allow: anyone,
  input: SignUp,
  output: Account,
  refuses: [authErrors.email_taken],
  async run(ctx, { email, password }) {
    await countSignUp(ctx);
    const passwordHash = await hashPassword(password);
    return inTransaction(ctx, async (tx) => {
      const user = await insertUser(tx, { id: newId("user"), email, passwordHash });
      if (!user) throw authErrors.email_taken();
      writeAudit(tx, [{ action: "auth.sign-up", target: user.id, outcome: "ok" }]);
      return user;
    });
  },
});
