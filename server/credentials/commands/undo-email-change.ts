import { setEmail, setPasswordHash } from "../../auth/accounts.store.ts";
import { authErrors } from "../../auth/errors.ts";
import { deletePasskeysOf } from "../../auth/passkeys.store.ts";
import { endLoginSessionsOf } from "../../auth/store.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { anyone } from "../../platform/operation/allow.ts";
import { writeAudit } from "../../platform/operation/audit.ts";
import { defineDirectCommand } from "../../platform/operation/command.ts";
import type { Tx } from "../../platform/operation/context.ts";
import { UNMATCHED_HASH } from "../../platform/values/passwords.ts";
import { NoOutput } from "../../platform/values/text.ts";
import { FollowLink, LinkKind } from "../contract.ts";
import { credentialErrors } from "../errors.ts";
import { countTry } from "../limits.ts";
import { resetMail } from "../mail.ts";
import { mailLink } from "../steps/mail-link.ts";
import { takeLink } from "../steps/take-link.ts";
import { endLinksOf } from "../store.ts";

/**
 * Gives an account the address back that it had. The person who changed it knew the password, so the password is void,
 * passkeys and login sessions end, and a link to choose a new password is mailed to the address. Throws `link_unknown` (404), `link_used`,
 * `link_expired`, `email_taken` (409), `rate_limited` (429), `unavailable` (503).
 */
export const undoEmailChange = defineDirectCommand({
  id: "credentials.undo-email-change",
  summary: "Take back a change of an account's address.",
  allow: anyone,
  input: FollowLink,
  output: NoOutput,
  refuses: [authErrors.email_taken, ...Object.values(credentialErrors)],
  async run(ctx, { token }) {
    await countTry(ctx);
    await inTransaction(ctx, (tx) => undo(tx, token));
    return {};
  },
});

async function undo(tx: Tx, token: string): Promise<void> {
  const { link, person } = await takeLink(tx, token, "undo-email-change");
  if (!(await setEmail(tx, person.id, link.email))) throw authErrors.email_taken();
  await setPasswordHash(tx, person.id, UNMATCHED_HASH);
  // Who knows the password can add one, and it would let the thief in again.
  await deletePasskeysOf(tx, person.id);
  // Those to other addresses too: a thief who changed it twice must not come back by the second way.
  await endLinksOf(tx, person.id, LinkKind.options);
  await mailLink(tx, person, { kind: "reset-password", to: link.email, mail: resetMail() });
  writeAudit(tx, [{ action: undoEmailChange.id, target: person.id, outcome: "ok" }]);
  await endLoginSessionsOf(tx, person.id, "email_change_undone");
}
