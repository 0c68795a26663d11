import { setTimeout as sleep } from "node:timers/promises";
import { authErrors } from "../../auth/errors.ts";
import { findActivePerson, requirePassword } from "../../auth/queries.ts";
import { mailPeople } from "../../mail/steps/mail-people.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { signedIn } from "../../platform/operation/allow.ts";
import { writeAudit } from "../../platform/operation/audit.ts";
import { defineDirectCommand } from "../../platform/operation/command.ts";
import { platformErrors } from "../../platform/operation/errors.ts";
import { NoOutput } from "../../platform/values/text.ts";
import { AskEmailChange } from "../contract.ts";
import { countAsking, mayMailLink } from "../limits.ts";
import { changeMail, takenMail } from "../mail.ts";
import { ASK_ANSWER_MS, isSameEmail } from "../policy.ts";
import { mailLink } from "../steps/mail-link.ts";

/**
 * Mails a link to the address that the account is to have; nothing changes before it is followed. The answer does not tell
 * whether another account has the address: its owner is told by e-mail. Throws `wrong_password` (403),
 * `invalid_argument` (400) for the account's own address, `rate_limited` (429), `unavailable` (503).
 */
export const askEmailChange = defineDirectCommand({
  id: "credentials.ask-email-change",
  summary: "Have a link mailed to the address that your account is to have.",
  allow: signedIn,
  input: AskEmailChange,
  output: NoOutput,
  refuses: [authErrors.wrong_password],
  async run(ctx, { email, password }) {
    await countAsking(ctx);
    const person = await requirePassword(ctx, password);
    if (isSameEmail(email, person.email))
      throw platformErrors.invalid_argument({ path: "email", problem: "is the account's address already" });
    const mail = async () => {
      if (!(await mayMailLink(ctx, email))) return;
      await inTransaction(ctx, async (tx) => {
        const owner = await findActivePerson(tx, email);
        if (owner)
          await mailPeople(tx, "security.taken", [{ userId: owner.id, to: owner.email, ...takenMail() }]);
        else await mailLink(tx, person, { kind: "change-email", to: email, mail: changeMail() });
        writeAudit(tx, [{ action: askEmailChange.id, target: person.id, outcome: "ok" }]);
      });
    };
    await Promise.all([mail(), sleep(ASK_ANSWER_MS)]);
    return {};
  },
});
