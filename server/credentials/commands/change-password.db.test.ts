import { expect, it } from "vitest";
import { logIn } from "../../auth/commands/log-in.ts";
import { createContext } from "../../platform/operation/context.ts";
import { mailsTo } from "../../testing/account-links.ts";
import { aLogin, anAccount, nextRequest, PASSWORD, reasonOf } from "../../testing/accounts.ts";
import { changePassword } from "./change-password.ts";

const NEW = "Another5678";

it("changes the password for who knows the old one, and ends every other login session", async () => {
  const account = await anAccount();
  const [mine, other] = [await aLogin(account), await aLogin(account)];
  expect(await changePassword(mine.ctx(), { password: PASSWORD, newPassword: NEW })).toEqual({});
  expect([await nextRequest(mine.grant), await nextRequest(other.grant)]).toEqual([
    "USER",
    "login_session_ended",
  ]);
  expect(await reasonOf(logIn(createContext(), { email: account.email, password: PASSWORD }))).toBe(
    "wrong_credentials",
  );
  expect((await mailsTo(account.email))[0]?.subject).toBe("[선착] 비밀번호가 바뀌었어요");
});

it("changes nothing for a wrong password, and makes no weak one", async () => {
  const { ctx } = await aLogin(await anAccount());
  expect(await reasonOf(changePassword(ctx(), { password: "Wrong1234", newPassword: NEW }))).toBe(
    "wrong_password",
  );
  expect(await reasonOf(changePassword(ctx(), { password: PASSWORD, newPassword: "weak" }))).toBe(
    "invalid_argument",
  );
});

it("counts guesses as failed logins", async () => {
  const { actor } = await aLogin(await anAccount());
  const guess = () =>
    reasonOf(
      changePassword(createContext({ actor, ip: "198.51.100.9" }), {
        password: "Wrong1234",
        newPassword: NEW,
      }),
    );
  const answers: unknown[] = [];
  for (let times = 0; times < 6; times += 1) answers.push(await guess());
  expect(answers).toEqual([...Array.from({ length: 5 }, () => "wrong_password"), "rate_limited"]);
});
