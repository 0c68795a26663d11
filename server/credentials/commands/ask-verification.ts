import { findUser } from "../../auth/accounts.store.ts";
import { signedIn } from "../../platform/operation/allow.ts";
import { defineCommand } from "../../platform/operation/command.ts";
import { platformErrors } from "../../platform/operation/errors.ts";
import { NoInput, NoOutput } from "../../platform/values/text.ts";
import { countAsking, mayMailLink } from "../limits.ts";
import { verifyMail } from "../mail.ts";
import { mailLink } from "../steps/mail-link.ts";

/**
 * Mails another link that proves the address of the caller's account; none where it is proved already. Throws
 * `rate_limited` (429).
 */
export const askVerification = defineCommand({
  id: "credentials.ask-verification",
  summary: "Have another link mailed that confirms your address.",
  allow: signedIn,
  input: NoInput,
  output: NoOutput,
  audit: () => ({}),
  async run(tx) {
    const person = await findUser(tx, tx.actor.userId);
    if (person?.state !== "ACTIVE" || person.emailVerifiedAt) return {};
    await countAsking(tx);
    if (!(await mayMailLink(tx, person.email))) throw platformErrors.rate_limited();
    await mailLink(tx, person, { kind: "verify-email", to: person.email, mail: verifyMail() });
    return {};
  },
});
