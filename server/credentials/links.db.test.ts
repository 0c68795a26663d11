import { expect, it } from "vitest";
import { findUser } from "../auth/accounts.store.ts";
import { inTransaction } from "../platform/database/transaction.ts";
import { letterMail } from "../platform/mail/letter.ts";
import { SECRET_LINK } from "../platform/mail/mail.ts";
import { createContext, type Tx } from "../platform/operation/context.ts";
import { UNMATCHED_HASH } from "../platform/values/passwords.ts";
import { linkTo } from "../testing/account-links.ts";
import { aLogin, anAccount, nextRequest, reasonOf } from "../testing/accounts.ts";
import type { LinkKind } from "./contract.ts";
import { forgetLinksOf } from "./steps/forget-links-of.ts";
import { mailLink } from "./steps/mail-link.ts";
import { replacePassword } from "./steps/replace-password.ts";
import { takeLink } from "./steps/take-link.ts";

const SUBJECT = "Try me";
const action = { label: "Open", url: SECRET_LINK };
const letter = letterMail(SUBJECT, { ko: { title: "가", action }, en: { title: "a", action } });
const inOne = <T>(work: (tx: Tx) => Promise<T>) => inTransaction(createContext(), work);
const take = (token: string, kind: LinkKind) => reasonOf(inOne((tx) => takeLink(tx, token, kind)));

/** An account with a link of this kind. */
async function linked(kind: LinkKind) {
  const account = await anAccount();
  await inOne((tx) => mailLink(tx, account, { kind, to: account.email, mail: letter }));
  return { ...account, token: await linkTo(account.email, SUBJECT) };
}

it("takes a link for its own act alone, and is not used where the transaction fails", async () => {
  const { id, token } = await linked("undo-email-change");
  expect(await take(token, "reset-password")).toBe("link_unknown");
  const failing = inOne(async (tx) => {
    await takeLink(tx, token, "undo-email-change");
    throw new Error("lost");
  });
  await expect(failing).rejects.toThrow("lost");
  expect(await take(token, "undo-email-change")).toMatchObject({ person: { id } });
  expect(await take(token, "undo-email-change")).toBe("link_used");
});

it("forgets the links of a person", async () => {
  const { id, token } = await linked("verify-email");
  await inOne((tx) => forgetLinksOf(tx, id));
  expect(await take(token, "verify-email")).toBe("link_unknown");
});

it("replaces a password with the links that were asked for under it, and keeps the login session it is told to", async () => {
  const { token, ...account } = await linked("change-email");
  const [kept, other] = [await aLogin(account), await aLogin(account)];
  const { loginSessionId } = kept.actor;
  await inOne((tx) => replacePassword(tx, account, UNMATCHED_HASH, { reason: "test", kept: loginSessionId }));
  expect([await nextRequest(kept.grant), await nextRequest(other.grant)]).toEqual([
    "USER",
    "login_session_ended",
  ]);
  expect(await take(token, "change-email")).toBe("link_expired");
  expect((await findUser(createContext(), account.id))?.passwordHash).toBe(UNMATCHED_HASH);
});
