import { authErrors } from "../../auth/errors.ts";
import { requirePassword } from "../../auth/queries.ts";
import { erasePerson } from "../../auth/steps/erase-person.ts";
import { lockAccount } from "../../auth/steps/lock-account.ts";
import { forgetLinksOf } from "../../credentials/steps/forget-links-of.ts";
import { eraseDetails } from "../../integration/steps/erase-details.ts";
import { forgetMailbox } from "../../mail/steps/forget-mailbox.ts";
import { deleteNotifications } from "../../notifications/steps/delete-notifications.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { signedIn } from "../../platform/operation/allow.ts";
import { writeAudit } from "../../platform/operation/audit.ts";
import { defineDirectCommand } from "../../platform/operation/command.ts";
import { platformErrors } from "../../platform/operation/errors.ts";
import { eraseKeysOf } from "../../platform/operation/idempotency.ts";
import { NoOutput } from "../../platform/values/text.ts";
import { forgetPushOf } from "../../push/steps/forget-push-of.ts";
import { eraseAddressesOfUser } from "../../shipping/addresses.store.ts";
import { eraseMails } from "../../transmissions/steps/erase-mails.ts";
import { endWaitsOfPerson } from "../../waitlist/steps/end-waits-of-person.ts";
import { EraseAccount } from "../contract.ts";
import { privacyErrors } from "../errors.ts";
import { findObstacles } from "../store.ts";

/**
 * Erases the caller's account for good (docs/decisions/035-privacy.md). Orders, payments and tickets stay under the account's
 * id, which is then a pseudonym. The password is checked before a transaction holds a connection. Throws
 * `wrong_password` (403), the first obstacle (409), `last_admin` (409), `rate_limited` (429), `unavailable` (503).
 */
export const eraseAccount = defineDirectCommand({
  id: "privacy.erase-account",
  summary: "Erase your account for good.",
  allow: signedIn,
  input: EraseAccount,
  output: NoOutput,
  refuses: [authErrors.wrong_password, authErrors.last_admin, ...Object.values(privacyErrors)],
  async run(ctx, { password }) {
    const { id, role } = await requirePassword(ctx, password);
    await inTransaction(ctx, async (tx) => {
      const person = await lockAccount(tx, id, role);
      if (person?.state !== "ACTIVE") throw platformErrors.unauthorized();
      // The lock came first, so that a hold or an order which begins meanwhile is among the obstacles.
      const [obstacle] = await findObstacles(tx, id);
      if (obstacle) throw privacyErrors[obstacle]();
      await erasePerson(tx, person);
      await forgetLinksOf(tx, id);
      await endWaitsOfPerson(tx, id);
      await eraseDetails(tx, id);
      await deleteNotifications(tx, id);
      await eraseAddressesOfUser(tx, id);
      await forgetMailbox(tx, person.email);
      await eraseMails(tx, [id, ...(await forgetPushOf(tx, id))]);
      await eraseKeysOf(tx, id);
      writeAudit(tx, [{ action: eraseAccount.id, target: id, outcome: "ok" }]);
    });
    return {};
  },
});
