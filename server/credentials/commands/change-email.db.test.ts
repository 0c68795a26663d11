import { expect, it } from "vitest";
import { logIn } from "../../auth/commands/log-in.ts";
import { findPasskeysOf } from "../../auth/passkeys.store.ts";
import { createContext } from "../../platform/operation/context.ts";
import { linkTo, mailsTo } from "../../testing/account-links.ts";
import {
  aLogin,
  anAccount,
  givenPasskey,
  type Login,
  newEmail,
  nextRequest,
  PASSWORD,
  reasonOf,
} from "../../testing/accounts.ts";
import { clock } from "../../testing/clock.ts";
import { myCredentials } from "../queries.ts";
import { askEmailChange } from "./ask-email-change.ts";
import { askPasswordReset } from "./ask-password-reset.ts";
import { changeEmail } from "./change-email.ts";
import { changePassword } from "./change-password.ts";
import { resetPassword } from "./reset-password.ts";
import { signUp } from "./sign-up.ts";
import { undoEmailChange } from "./undo-email-change.ts";

const [CHANGE, UNDO, RESET] = ["새 이메일 주소를 확인", "이메일 주소가 바뀌었어요", "비밀번호 다시 정하기"];
const logInWith = (email: string, password = PASSWORD) =>
  reasonOf(logIn(createContext(), { email, password }).then(() => "in"));
const askFor = (login: Login, email: string, password = PASSWORD) =>
  reasonOf(askEmailChange(login.ctx(), { email, password }));

/** Someone who asked to have another address, and the link that was mailed there. */
async function asking() {
  const account = await anAccount();
  const [login, email] = [await aLogin(account), newEmail()];
  await askFor(login, email);
  return { account, login, email, token: await linkTo(email, CHANGE ?? "") };
}

/** Someone whose address was changed, and the way back that was mailed to the old one. */
async function changed() {
  const person = await asking();
  await changeEmail(person.login.ctx(), { token: person.token });
  return { ...person, back: await linkTo(person.account.email, UNDO ?? "") };
}

it("changes the address once its mailbox confirms it, and tells the old one", async () => {
  const { account, login, email, token } = await asking();
  expect(await logInWith(account.email)).toBe("in");
  expect(await changeEmail(login.ctx(), { token })).toEqual({});
  expect([await logInWith(account.email), await logInWith(email)]).toEqual(["wrong_credentials", "in"]);
  expect(await myCredentials(login.ctx(), {})).toMatchObject({ email, emailVerifiedAt: expect.any(String) });
  expect(await reasonOf(changeEmail(login.ctx(), { token }))).toBe("link_used");
});

it("gives an address that two want at the same moment to one of them, and tells the other", async () => {
  const email = newEmail();
  const logins = [await aLogin(await anAccount()), await aLogin(await anAccount())];
  const tokens: string[] = [];
  for (const login of logins) {
    await askFor(login, email);
    tokens.push(await linkTo(email, CHANGE ?? ""));
  }
  const changes = logins.map((login, index) => changeEmail(login.ctx(), { token: tokens[index] ?? "" }));
  const outcomes = await Promise.all(changes.map((change) => reasonOf(change.then(() => "changed"))));
  expect(outcomes.sort()).toEqual(["changed", "email_taken"]);
});

it("asks for the password, so that a stolen login session changes nothing", async () => {
  const account = await anAccount();
  const [thief, email] = [await aLogin(account), newEmail()];
  expect(await askFor(thief, email, "Wrong1234")).toBe("wrong_password");
  expect(await mailsTo(email)).toEqual([]);
});

it("gives no account to the owner of an address that was typed by mistake", async () => {
  const { token } = await asking();
  const stranger = await aLogin(await anAccount());
  expect(await reasonOf(changeEmail(createContext(), { token }))).toBe("unauthorized");
  expect(await reasonOf(changeEmail(stranger.ctx(), { token }))).toBe("link_of_another");
});

it("tells the owner of an address that has an account, and who asks nothing", async () => {
  const [owner, asker] = [await anAccount(), await aLogin(await anAccount())];
  expect(await askFor(asker, owner.email)).toEqual({});
  expect((await mailsTo(owner.email))[0]?.subject).toBe("[선착] 이미 계정이 있는 주소예요");
  const email = newEmail();
  await askFor(asker, email);
  await signUp(createContext(), { email, password: PASSWORD });
  const token = await linkTo(email, CHANGE ?? "");
  expect(await reasonOf(changeEmail(asker.ctx(), { token }))).toBe("email_taken");
});

it("voids what a thief had asked for once the password is another", async () => {
  const { login, token } = await asking();
  await changePassword(login.ctx(), { password: PASSWORD, newPassword: "Another5678" });
  expect(await reasonOf(changeEmail(login.ctx(), { token }))).toBe("link_expired");
});

it("replaces no password by a link that went to the address of before", async () => {
  const { account, login, token } = await asking();
  await askPasswordReset(createContext(), { email: account.email });
  const reset = await linkTo(account.email, RESET ?? "");
  await changeEmail(login.ctx(), { token });
  expect(await reasonOf(resetPassword(createContext(), { token: reset, password: "Another5678" }))).toBe(
    "link_expired",
  );
});

it("goes back to the old address within a week, without the thief and the thief's password", async () => {
  const { account, login, email, back } = await changed();
  await givenPasskey(account.id);
  expect(await undoEmailChange(createContext(), { token: back })).toEqual({});
  expect(await nextRequest(login.grant)).toBe("login_session_ended");
  expect(await findPasskeysOf(createContext(), account.id)).toEqual([]);
  expect([await logInWith(email), await logInWith(account.email)]).toEqual([
    "wrong_credentials",
    "wrong_credentials",
  ]);
  const token = await linkTo(account.email, RESET ?? "");
  await resetPassword(createContext(), { token, password: "Another5678" });
  expect(await logInWith(account.email, "Another5678")).toBe("in");
  expect(await reasonOf(undoEmailChange(createContext(), { token: back }))).toBe("link_used");
});

it("ends the way back after a week", async () => {
  const { back } = await changed();
  await clock.move(7 * 24 * 3600 + 1);
  expect(await reasonOf(undoEmailChange(createContext(), { token: back }))).toBe("link_expired");
});

it("lets no one else take an address that its person may go back to", async () => {
  const { account } = await changed();
  expect(
    await reasonOf(signUp(createContext(), { email: account.email.toUpperCase(), password: PASSWORD })),
  ).toBe("email_taken");
  const other = await aLogin(await anAccount());
  await askFor(other, account.email);
  const token = await linkTo(account.email, CHANGE ?? "");
  expect(await reasonOf(changeEmail(other.ctx(), { token }))).toBe("email_taken");
});
