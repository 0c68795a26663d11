import { desc, eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { transmissions } from "#db/schema/transmissions.ts";
import { changePassword } from "../../credentials/commands/change-password.ts";
import { signUp } from "../../credentials/commands/sign-up.ts";
import { myCredentials } from "../../credentials/queries.ts";
import { readMail } from "../../platform/mail/mail.ts";
import { createContext } from "../../platform/operation/context.ts";
import { aLogin, anAccount, newEmail, PASSWORD } from "../../testing/accounts.ts";
import type { Account } from "../contract.ts";
import { setLanguage } from "./set-language.ts";

/** The newest mail to an account. */
async function mailTo({ id }: Account) {
  const [row] = await createContext()
    .db.select()
    .from(transmissions)
    .where(eq(transmissions.aggregateId, id))
    .orderBy(desc(transmissions.seq))
    .limit(1);
  return readMail(row?.payload ?? "");
}

it("writes to a person in the language that they signed up in, and in another once they chose it", async () => {
  const email = newEmail();
  const account = await signUp(createContext(), { email, password: PASSWORD, language: "ko" });
  expect((await mailTo(account)).text).not.toContain("English");
  const login = await aLogin(account);
  await setLanguage(login.ctx(), { language: "en" });
  expect(await myCredentials(login.ctx(), {})).toMatchObject({ language: "en" });
  await changePassword(login.ctx(), { password: PASSWORD, newPassword: "Another5678" });
  const { subject, html } = await mailTo(account);
  expect(subject).toBe("[Seonchak] Your password has changed");
  expect(html).not.toContain("비밀번호가 바뀌었어요");
});

it("writes in both languages to a person of whom no one said, and leaves others as they are", async () => {
  const [silent, other] = [await anAccount(), await anAccount()];
  await setLanguage((await aLogin(other)).ctx(), { language: "en" });
  const login = await aLogin(silent);
  await changePassword(login.ctx(), { password: PASSWORD, newPassword: "Another5678" });
  const { text } = await mailTo(silent);
  expect(text).toContain("비밀번호가 바뀌었어요");
  expect(text).toContain("Your password has changed");
});
