import { setEmail } from "../../auth/accounts.store.ts";
import { authErrors } from "../../auth/errors.ts";
import { signedIn } from "../../platform/operation/allow.ts";
import { defineCommand } from "../../platform/operation/command.ts";
import { NoOutput } from "../../platform/values/text.ts";
import { FollowLink } from "../contract.ts";
import { credentialErrors } from "../errors.ts";
import { changedMail } from "../mail.ts";
import { isSameEmail, VOID_WITH_PASSWORD } from "../policy.ts";
import { mailLink } from "../steps/mail-link.ts";
import { takeLink } from "../steps/take-link.ts";
import { endLinksOf, isKeptForUndo } from "../store.ts";

/**
 * Gives the account the address that the link was mailed to, and tells the old address, with a way back. It takes the
 * mailbox and the login: the owner of an address that was typed by mistake gets no account by it. Throws `link_unknown`
 * (404), `link_used`, `link_expired`, `email_taken` (409), `link_of_another` (403).
 */
export const changeEmail = defineCommand({
  id: "credentials.change-email",
  summary: "Give your account the address that a link was mailed to.",
  allow: signedIn,
  input: FollowLink,
  output: NoOutput,
  refuses: [authErrors.email_taken, ...Object.values(credentialErrors)],
  audit: () => ({}),
  async run(tx, { token }) {
    const { link, person } = await takeLink(tx, token, "change-email");
    if (person.id !== tx.actor.userId) throw credentialErrors.link_of_another();
    if (await isKeptForUndo(tx, link.email)) throw authErrors.email_taken();
    if (!(await setEmail(tx, person.id, link.email))) throw authErrors.email_taken();
    await endLinksOf(tx, person.id, VOID_WITH_PASSWORD);
    if (!isSameEmail(person.email, link.email))
      await mailLink(tx, person, { kind: "undo-email-change", to: person.email, mail: changedMail() });
    return {};
  },
});
