import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { accountLinks } from "#db/schema/credentials.ts";
import { transmissions } from "#db/schema/transmissions.ts";
import { logIn } from "../../auth/commands/log-in.ts";
import { movePerson } from "../../auth/commands/move-person.ts";
import { createContext } from "../../platform/operation/context.ts";
import { eraseAccount } from "../../privacy/commands/erase-account.ts";
import { linkTo, mailsTo } from "../../testing/account-links.ts";
import { aLogin, anAccount, newEmail, nextRequest, PASSWORD, reasonOf } from "../../testing/accounts.ts";
import { clock } from "../../testing/clock.ts";
import { given } from "../../testing/given.ts";
import { askPasswordReset } from "./ask-password-reset.ts";
import { readLink } from "./read-link.ts";
import { resetPassword } from "./reset-password.ts";

const NEW = "Another5678";
const SUBJECT = "비밀번호 다시 정하기";
const ask = (email: string, ip?: string) => askPasswordReset(createContext({ ip }), { email });
const reset = (token: string, password = NEW) =>
  reasonOf(resetPassword(createContext(), { token, password }));
const logInWith = (email: string, password: string) =>
  reasonOf(logIn(createContext(), { email, password }).then(() => "in"));

/** An account with a link to replace its password. */
async function asked() {
  const account = await anAccount();
  await ask(account.email);
  return { ...account, token: await linkTo(account.email, SUBJECT) };
}

it("replaces the password by a link, and ends every login session", async () => {
  const { token, ...account } = await asked();
  const login = await aLogin(account);
  expect(await readLink(createContext(), { token })).toMatchObject({ kind: "reset-password" });
  expect(await reset(token)).toEqual({});
  expect(await nextRequest(login.grant)).toBe("login_session_ended");
  expect(await logInWith(account.email, PASSWORD)).toBe("wrong_credentials");
  expect(await logInWith(account.email, NEW)).toBe("in");
  expect((await mailsTo(account.email))[0]?.subject).toBe("[선착] 비밀번호가 바뀌었어요");
});

it("answers who asks for an unknown, a suspended or a flooded address as any other, and mails nothing", async () => {
  const [unknown, suspended, flooded] = [newEmail(), await anAccount(), await anAccount()];
  const admin = await given.person("ADMIN");
  await movePerson(admin.ctx(), { userId: suspended.id, to: "SUSPENDED" });
  for (let times = 0; times < 7; times += 1) expect(await ask(flooded.email)).toEqual({});
  expect(await ask(unknown)).toEqual(await ask(suspended.email));
  const resets = async (email: string) =>
    (await mailsTo(email)).filter(({ subject }) => subject.includes(SUBJECT)).length;
  expect([await resets(unknown), await resets(suspended.email), await resets(flooded.email)]).toEqual([
    0, 0, 5,
  ]);
});

it("lets one network ask only so often, for whatever addresses", async () => {
  const answers: unknown[] = [];
  for (let times = 0; times < 11; times += 1) answers.push(await reasonOf(ask(newEmail(), "198.51.100.7")));
  expect(answers.slice(0, 10).every((answer) => typeof answer !== "string")).toBe(true);
  expect(answers[10]).toBe("rate_limited");
});

it("takes a link once, of two at once too, and the others that were asked for are void with it", async () => {
  const { token, ...account } = await asked();
  await ask(account.email);
  const other = await linkTo(account.email, SUBJECT);
  expect(other).not.toBe(token);
  const answers = await Promise.all([reset(token, "First12345"), reset(token, "Second1234")]);
  expect(answers.filter((answer) => answer === "link_used")).toHaveLength(1);
  expect(await reset(token)).toBe("link_used");
  expect(await reset(other)).toBe("link_expired");
});

it("takes no link that is too old, was made up, or is for another act", async () => {
  const { token, email } = await asked();
  const verification = await linkTo(email, "이메일 주소를 확인해 주세요");
  expect(await reset(verification)).toBe("link_unknown");
  expect(await reset(`${token}x`)).toBe("link_unknown");
  await clock.move(31 * 60);
  expect(await reset(token)).toBe("link_expired");
  expect(await reasonOf(readLink(createContext(), { token }))).toBe("link_expired");
});

it("takes no link of an account that was suspended or erased since", async () => {
  const [suspended, erased] = [await asked(), await asked()];
  const admin = await given.person("ADMIN");
  await movePerson(admin.ctx(), { userId: suspended.id, to: "SUSPENDED" });
  await eraseAccount((await aLogin(erased)).ctx(), { password: PASSWORD });
  expect(await reset(suspended.token)).toBe("link_unknown");
  expect(await reset(erased.token)).toBe("link_unknown");
  await movePerson(admin.ctx(), { userId: suspended.id, to: "ACTIVE" });
  expect(await logInWith(suspended.email, PASSWORD)).toBe("in");
});

it("lets in no one whose password was replaced while it was looked at", async () => {
  const { token, email } = await asked();
  const [, answers] = await Promise.all([
    reset(token),
    Promise.all(
      Array.from({ length: 8 }, () =>
        logIn(createContext(), { email, password: PASSWORD }).catch(() => null),
      ),
    ),
  ]);
  for (const grant of answers) if (grant) expect(await nextRequest(grant)).toBe("login_session_ended");
});

it("keeps neither in the outbox nor in its own table what the link carries", async () => {
  const { token, id } = await asked();
  const { db } = createContext();
  const kept = [
    ...(await db.select().from(accountLinks).where(eq(accountLinks.userId, id))),
    ...(await db.select().from(transmissions).where(eq(transmissions.aggregateId, id))),
  ];
  expect(kept.length).toBeGreaterThan(2);
  expect(JSON.stringify(kept)).not.toContain(token);
});
