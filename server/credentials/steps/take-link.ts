import type { User } from "../../auth/accounts.store.ts";
import { lockAccount } from "../../auth/steps/lock-account.ts";
import type { Tx } from "../../platform/operation/context.ts";
import type { LinkKind } from "../contract.ts";
import { credentialErrors } from "../errors.ts";
import { isSameEmail } from "../policy.ts";
import { openLink } from "../queries.ts";
import { type Link, markUsed } from "../store.ts";

/**
 * Uses up a link in the caller's transaction, with its account locked. A link is of no use to an account that was
 * suspended or erased, and one about the account's own address is of none once the account has another.
 * @throws `link_unknown` (404), `link_used`, `link_expired` (409)
 */
export async function takeLink(
  tx: Tx,
  token: string,
  kind: LinkKind,
): Promise<{ readonly link: Link; readonly person: User }> {
  const { userId } = await openLink(tx, token, kind);
  const person = await lockAccount(tx, userId, "USER");
  if (person?.state !== "ACTIVE") throw credentialErrors.link_unknown();
  // Read again under the lock: it may have been used, or ended by a newer step, meanwhile.
  const link = await openLink(tx, token, kind);
  const isAboutOwn = kind === "reset-password" || kind === "verify-email";
  if (isAboutOwn && !isSameEmail(link.email, person.email)) throw credentialErrors.link_expired();
  if (!(await markUsed(tx, link.id))) throw credentialErrors.link_used();
  return { link, person };
}
