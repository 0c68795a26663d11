import type { User } from "../../auth/accounts.store.ts";
import { mailPeople } from "../../mail/steps/mail-people.ts";
import type { WrittenMail } from "../../platform/mail/letter.ts";
import type { Tx } from "../../platform/operation/context.ts";
import { hashOf, newSecret } from "../../platform/values/secret.ts";
import type { LinkKind } from "../contract.ts";
import { insertLink } from "../store.ts";
import { addressOfLink } from "../tokens.ts";

/**
 * Mails a link for one act, in the caller's transaction.
 * @param to - where it goes, which for a way back is not the address of the account
 */
export async function mailLink(
  tx: Tx,
  { id: userId }: Pick<User, "id">,
  { kind, to, mail }: { readonly kind: LinkKind; readonly to: string; readonly mail: WrittenMail },
): Promise<void> {
  const token = newSecret();
  await insertLink(tx, { userId, kind, email: to }, hashOf(token));
  await mailPeople(tx, `security.${kind}`, [{ userId, to, ...mail, secretLink: addressOfLink(token) }]);
}
