import { eq, ne } from "drizzle-orm";
import { expect, it } from "vitest";
import { users } from "#db/schema/auth.ts";
import { signUp } from "../../credentials/commands/sign-up.ts";
import { createContext, systemContext } from "../../platform/operation/context.ts";
import { newId } from "../../platform/values/ids.ts";
import { aLogin, anAccount, historyOf, nextRequest, PASSWORD, reasonOf } from "../../testing/accounts.ts";
import type { UserId } from "../contract.ts";
import { findPerson } from "../queries.ts";
import { grantRole } from "./grant-role.ts";
import { logIn } from "./log-in.ts";
import { movePerson } from "./move-person.ts";
import { refreshLogin } from "./refresh-login.ts";

const { db, redis } = createContext();
const anAdmin = async () => aLogin(await anAccount("ADMIN"));
const suspend = (by: Awaited<ReturnType<typeof anAdmin>>, account: { id: string }, reason = "fraud") =>
  movePerson(by.ctx(), { userId: account.id as UserId, to: "SUSPENDED", reason });
const stateOf = async (id: string) =>
  (
    await db
      .select()
      .from(users)
      .where(eq(users.id, id as UserId))
  )[0]?.state;

it("ends every login session at once, refreshes none of them, and lets the person in again when restored", async () => {
  const admin = await anAdmin();
  const account = await anAccount();
  const logins = [await aLogin(account), await aLogin(account)];
  expect(await suspend(admin, account)).toMatchObject({ id: account.id, state: "SUSPENDED" });
  for (const { grant, actor } of logins) {
    expect(await nextRequest(grant)).toBe("login_session_ended");
    const { refreshToken } = grant;
    expect(await reasonOf(refreshLogin(createContext(), { refreshToken }))).toBe("account_suspended");
    expect(await historyOf(actor.loginSessionId)).toContain("ACTIVE→REVOKED account_suspended");
  }
  expect(await findPerson(admin.ctx(), { email: account.email })).toMatchObject({ state: "SUSPENDED" });
  await movePerson(admin.ctx(), { userId: account.id, to: "ACTIVE" });
  expect(await nextRequest((logins[0] as (typeof logins)[0]).grant)).toBe("login_session_ended");
  expect(await aLogin(account)).toHaveProperty("grant");
  expect(await historyOf(account.id)).toEqual(["ACTIVE→SUSPENDED fraud", "SUSPENDED→ACTIVE"]);
});

it("is told only to those who know the password", async () => {
  const admin = await anAdmin();
  const account = await anAccount();
  await suspend(admin, account);
  const answerTo = (password: string, email = account.email) =>
    reasonOf(logIn(createContext(), { email, password }));
  expect(await answerTo(PASSWORD)).toBe("account_suspended");
  expect(await answerTo("Wrong1234")).toBe("wrong_credentials");
  expect(await answerTo(PASSWORD, "nobody@test.example")).toBe("wrong_credentials");
  expect(await reasonOf(signUp(createContext(), { email: account.email, password: PASSWORD }))).toBe(
    "email_taken",
  );
});

it("leaves nothing open of a login that runs at the same moment", async () => {
  const admin = await anAdmin();
  for (let time = 0; time < 5; time++) {
    const account = await anAccount();
    const login = () => logIn(createContext(), { email: account.email, password: PASSWORD });
    const [first, second] = await Promise.allSettled([login(), login(), suspend(admin, account)]);
    for (const one of [first, second])
      if (one.status === "fulfilled") expect(await nextRequest(one.value)).toBe("login_session_ended");
  }
});

it("knows an erased person as little as a stranger", async () => {
  const account = await anAccount();
  await db
    .update(users)
    .set({ state: "ERASED" })
    .where(eq(users.id, account.id as UserId));
  expect(await reasonOf(aLogin(account))).toBe("wrong_credentials");
});

it("is not called done while Redis cannot end the login sessions", async () => {
  const admin = await anAdmin();
  const account = await anAccount();
  redis.disconnect();
  expect(await reasonOf(suspend(admin, account))).toBe("unavailable");
  await redis.connect();
  expect(await stateOf(account.id)).toBe("ACTIVE");
});

it("outlives a Redis that forgot it: the refresh asks Postgres", async () => {
  const admin = await anAdmin();
  const account = await anAccount();
  const { grant, actor } = await aLogin(account);
  const key = `session:{${actor.loginSessionId}}`;
  await suspend(admin, account);
  await redis.hset(key, "status", "ACTIVE");
  const { refreshToken } = grant;
  expect(await reasonOf(refreshLogin(createContext(), { refreshToken }))).toBe("account_suspended");
  expect(await nextRequest(grant)).toBe("login_session_ended");
  await movePerson(admin.ctx(), { userId: account.id, to: "ACTIVE" });
  await redis.hset(key, "status", "ACTIVE");
  expect(await reasonOf(refreshLogin(createContext(), { refreshToken }))).toBe("login_session_ended");
});

it("leaves the shop an active administrator, however two of them race", async () => {
  const first = await anAdmin();
  const second = await anAdmin();
  const mine = [first.account.id, second.account.id];
  // Only these two are administrators.
  await db.update(users).set({ role: "USER" }).where(ne(users.role, "USER"));
  for (const id of mine) await db.update(users).set({ role: "ADMIN" }).where(eq(users.id, id));
  expect(await reasonOf(suspend(first, first.account))).toBe("own_account");
  const race = await Promise.all([
    reasonOf(suspend(first, second.account)),
    reasonOf(suspend(second, first.account)),
  ]);
  expect(race.filter((answer) => answer === "last_admin")).toHaveLength(1);
  const [left] = (await Promise.all(mine.map(stateOf))).flatMap((state, index) =>
    state === "ACTIVE" ? [mine[index] as UserId] : [],
  );
  const survivor = left === first.account.id ? first : second;
  const lower = { userId: survivor.account.id, role: "USER" } as const;
  expect(await reasonOf(grantRole(survivor.ctx(), lower))).toBe("own_account");
  expect(await reasonOf(grantRole(systemContext("test"), lower))).toBe("last_admin");
});

it("is for administrators alone, and refuses an account that does not exist", async () => {
  const { ctx, account } = await aLogin(await anAccount("SELLER"));
  const input = { userId: account.id, to: "SUSPENDED" as const };
  expect(await reasonOf(movePerson(ctx(), input))).toBe("forbidden");
  expect(await reasonOf(movePerson(createContext(), input))).toBe("unauthorized");
  expect(await reasonOf(findPerson(ctx(), { email: account.email }))).toBe("forbidden");
  await db.update(users).set({ role: "ADMIN", state: "ACTIVE" }).where(eq(users.id, account.id));
  const admin = await anAdmin();
  expect(await reasonOf(movePerson(admin.ctx(), { ...input, userId: newId("user") }))).toBe("not_found");
});
