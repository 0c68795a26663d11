import { mailPeople } from "../../mail/steps/mail-people.ts";
import { role } from "../../platform/operation/allow.ts";
import { defineCommand } from "../../platform/operation/command.ts";
import { platformErrors } from "../../platform/operation/errors.ts";
import { findEmailOf, removeAccount } from "../accounts.store.ts";
import { ReleaseAccount, ReleasedAccount } from "../contract.ts";
import { releasedMail } from "../mail.ts";

/**
 * Takes an account from its owner, so that another person can connect the vendor. It erases the keys and notifies the owner
 * by e-mail. Throws `not_found` (404).
 */
export const releaseAccount = defineCommand({
  id: "integration.release-account",
  summary: "Release a connected account from its owner.",
  allow: role("ADMIN"),
  input: ReleaseAccount,
  output: ReleasedAccount,
  audit: ({ id, reason }, released) => ({ target: id, meta: { reason, ...released } }),
  async run(tx, { id }) {
    const account = await removeAccount(tx, { id });
    if (!account) throw platformErrors.not_found({ what: "account" });
    const { userId, vendorId } = account;
    const to = await findEmailOf(tx, userId);
    if (to) await mailPeople(tx, "account.released", [{ userId, to, ...releasedMail(vendorId) }]);
    return { vendorId, userId };
  },
});
