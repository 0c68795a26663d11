import { eq, sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { users } from "#db/schema/auth.ts";
import { auditLog } from "#db/schema/platform.ts";
import { logIn } from "../../auth/commands/log-in.ts";
import { createContext } from "../../platform/operation/context.ts";
import { newEmail, PASSWORD, reasonOf } from "../../testing/accounts.ts";
import { signUp } from "./sign-up.ts";

const { db } = createContext();

it("answers with id, e-mail and role, and nothing of the password", async () => {
  const email = newEmail();
  const answer = await signUp(createContext(), { email, password: PASSWORD });
  expect(answer).toEqual({ id: expect.stringMatching(/^user_/), email, role: "USER" });
  const [audited] = await db.select().from(auditLog).where(eq(auditLog.target, answer.id));
  expect(audited).toMatchObject({ action: "auth.sign-up", outcome: "ok" });
});

it("makes one account of twenty sign-ups at once with one e-mail in different cases", async () => {
  const email = newEmail();
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      reasonOf(
        signUp(createContext(), {
          email: index % 2 ? email : email.toUpperCase(),
          password: PASSWORD,
        }),
      ),
    ),
  );
  expect(answers.filter((answer) => answer === "email_taken")).toHaveLength(19);
  const kept = await db
    .select()
    .from(users)
    .where(eq(sql`lower(${users.email})`, email));
  expect(kept).toHaveLength(1);
});

it.each([
  ["no address", "nobody"],
  ["two addresses", "a@test.example,b@test.example"],
  ["255 characters", `${"a".repeat(242)}@test.example`],
  ["a line break", "a@test.example\nbcc: b@test.example"],
  ["an empty text", ""],
])("refuses an e-mail that is %s", async (_, email) => {
  expect(await reasonOf(signUp(createContext(), { email, password: PASSWORD }))).toBe("invalid_argument");
});

it("says which rule a password breaks", async () => {
  const refused = signUp(createContext(), { email: newEmail(), password: "alllower1" });
  await expect(refused).rejects.toMatchObject({
    status: 400,
    params: { path: "password", problem: "must have an upper case letter" },
  });
});

it("refuses fields that are not the caller's to set", async () => {
  const input = { email: newEmail(), password: PASSWORD, role: "ADMIN" };
  expect(await reasonOf(signUp(createContext(), input))).toBe("invalid_argument");
});

it("keeps the password exactly, spaces at the ends too", async () => {
  const email = newEmail();
  await signUp(createContext(), { email, password: " Demo1234 " });
  expect(await reasonOf(logIn(createContext(), { email, password: "Demo1234" }))).toBe("wrong_credentials");
  expect(await logIn(createContext(), { email, password: " Demo1234 " })).toHaveProperty("accessToken");
});

it("lets one address sign up twenty times a minute, and says how long to wait then", async () => {
  const ctx = () => createContext({ ip: "198.51.100.20" });
  const answers = await Promise.all(
    Array.from({ length: 21 }, () => reasonOf(signUp(ctx(), { email: newEmail(), password: PASSWORD }))),
  );
  expect(answers.filter((answer) => answer === "rate_limited")).toHaveLength(1);
  await expect(signUp(ctx(), { email: newEmail(), password: PASSWORD })).rejects.toMatchObject({
    status: 429,
    retryAfterSeconds: expect.toSatisfy((seconds: number) => seconds > 0 && seconds <= 60),
  });
  const elsewhere = createContext({ ip: "198.51.100.21" });
  expect(await signUp(elsewhere, { email: newEmail(), password: PASSWORD })).toHaveProperty("id");
});

it("has one account for a domain in its own letters and in punycode, whichever came first", async () => {
  const name = newEmail().split("@")[0];
  const [letters, punycode] = [`${name}@예시.한국`, `${name}@xn--vv4b11d.xn--3e0b707e`];
  const account = await signUp(createContext(), { email: letters.normalize("NFD"), password: PASSWORD });
  expect(account.email).toBe(punycode);
  for (const email of [letters, punycode, punycode.toUpperCase()]) {
    expect(await reasonOf(signUp(createContext(), { email, password: PASSWORD }))).toBe("email_taken");
    expect(await reasonOf(logIn(createContext(), { email, password: PASSWORD }))).toHaveProperty(
      "accessToken",
    );
  }
});

it.each(["사용자@example.com", "user@예시", "user@예시.한국/evil.example", "a@b@예시.한국"])(
  "refuses %s",
  async (email) => {
    expect(await reasonOf(signUp(createContext(), { email, password: PASSWORD }))).toBe("invalid_argument");
  },
);

it("lets in anyone who types composed what was signed up with in parts, and the other way round", async () => {
  const [composed, parts] = ["한글비밀번호Aa1", "한글비밀번호Aa1".normalize("NFD")];
  for (const [first, then] of [
    [composed, parts],
    [parts, composed],
  ] as const) {
    const email = newEmail();
    await signUp(createContext(), { email, password: first });
    expect(await reasonOf(logIn(createContext(), { email, password: then }))).toHaveProperty("accessToken");
  }
});
