import { setVerified } from "../../auth/accounts.store.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { anyone } from "../../platform/operation/allow.ts";
import { writeAudit } from "../../platform/operation/audit.ts";
import { defineDirectCommand } from "../../platform/operation/command.ts";
import { NoOutput } from "../../platform/values/text.ts";
import { FollowLink } from "../contract.ts";
import { credentialErrors } from "../errors.ts";
import { countTry } from "../limits.ts";
import { takeLink } from "../steps/take-link.ts";

/**
 * Proves by a mailed link that mail to an account's address reaches its person. Throws `link_unknown` (404), `link_used`,
 * `link_expired` (409), `rate_limited` (429).
 */
export const verifyEmail = defineDirectCommand({
  id: "credentials.verify-email",
  summary: "Confirm an account's address by a mailed link.",
  allow: anyone,
  input: FollowLink,
  output: NoOutput,
  refuses: Object.values(credentialErrors),
  async run(ctx, { token }) {
    await countTry(ctx);
    await inTransaction(ctx, async (tx) => {
      const { person } = await takeLink(tx, token, "verify-email");
      await setVerified(tx, person.id);
      writeAudit(tx, [{ action: verifyEmail.id, target: person.id, outcome: "ok" }]);
    });
    return {};
  },
});
