import { hash } from "@node-rs/argon2";
import { desc, eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { users } from "#db/schema/auth.ts";
import { auditLog } from "#db/schema/platform.ts";
import { createContext, type UserActor } from "../../platform/operation/context.ts";
import { AppError } from "../../platform/operation/errors.ts";
import { newId } from "../../platform/values/ids.ts";
import {
  aLogin,
  anAccount,
  historyOf,
  newEmail,
  nextRequest,
  PASSWORD,
  reasonOf,
} from "../../testing/accounts.ts";
import { clock } from "../../testing/clock.ts";
import { myLoginSessions } from "../queries.ts";
import { openLoginSession } from "../store.ts";
import { firstRefreshToken } from "../tokens.ts";
import { logIn } from "./log-in.ts";

const { db } = createContext();

it("lets in by e-mail in any case, with a login session of its own each time", async () => {
  const account = await anAccount();
  const first = await aLogin(account, { ip: "192.0.2.1", userAgent: "first" });
  const second = await aLogin({ ...account, email: account.email.toUpperCase() });
  expect(first.actor).toMatchObject({ kind: "user", userId: account.id, role: "USER" });
  expect(second.actor.loginSessionId).not.toBe(first.actor.loginSessionId);
  expect(first.grant.expiresIn).toBe(600);
  expect(await historyOf(first.actor.loginSessionId)).toEqual(["→ACTIVE login"]);
  const [audited] = await db.select().from(auditLog).where(eq(auditLog.target, first.actor.loginSessionId));
  expect(audited).toMatchObject({ actorId: account.id, action: "auth.log-in", outcome: "ok" });
});

it("answers an unknown e-mail and a wrong password alike, and audits both without the e-mail", async () => {
  const account = await anAccount();
  const refusalOf = (email: string) =>
    logIn(createContext(), { email, password: "Wrong1234" }).catch((error: AppError) => error);
  const [unknown, wrong] = [await refusalOf(newEmail()), await refusalOf(account.email)];
  expect(unknown).toBeInstanceOf(AppError);
  expect({ ...unknown, stack: "" }).toEqual({ ...wrong, stack: "" });
  const audited = await db.select().from(auditLog).orderBy(desc(auditLog.seq)).limit(2);
  expect(audited.map(({ outcome, target, meta }) => ({ outcome, target, meta }))).toEqual([
    { outcome: "wrong_credentials", target: account.id, meta: null },
    { outcome: "wrong_credentials", target: null, meta: null },
  ]);
});

it("works as long on an unknown e-mail as on a wrong password", async () => {
  // Several, since guesses at one from many networks would wait for each other.
  const accounts = [await anAccount(), await anAccount(), await anAccount()];
  // The process's own work, all threads together: what else the machine does has no part in it.
  const workOf = async (email: string, ip: string) => {
    const before = process.cpuUsage();
    await reasonOf(logIn(createContext({ ip }), { email, password: "Wrong1234" }));
    return process.cpuUsage(before).user;
  };
  let [wrong, unknown] = [0, 0];
  for (let time = 0; time < 8; time++) {
    wrong += await workOf(accounts[time % 3]?.email ?? "", `192.0.2.${time}`);
    unknown += await workOf(newEmail(), `192.0.2.${time}`);
  }
  // Without the work on a hash it would be a fifth at most.
  expect(unknown / wrong).toBeGreaterThan(0.6);
  expect(unknown / wrong).toBeLessThan(1.6);
});

it("stops the sixth wrong password within a minute from one address, even a hundred at once", async () => {
  const account = await anAccount();
  const attacker = () => createContext({ ip: "198.51.100.1" });
  const guesses = await Promise.all(
    Array.from({ length: 12 }, () =>
      reasonOf(logIn(attacker(), { email: account.email, password: "Wrong1234" })),
    ),
  );
  expect(guesses.filter((answer) => answer === "wrong_credentials")).toHaveLength(5);
  await expect(logIn(attacker(), { email: account.email, password: PASSWORD })).rejects.toMatchObject({
    status: 429,
    reason: "rate_limited",
    retryAfterSeconds: expect.toSatisfy((seconds: number) => seconds > 0 && seconds <= 60),
  });
});

it("does not lock the owner out of an account that someone else guesses at", async () => {
  const account = await anAccount();
  for (let guess = 0; guess < 6; guess++)
    await reasonOf(
      logIn(createContext({ ip: "198.51.100.2" }), { email: account.email, password: "Wrong1234" }),
    );
  expect(await aLogin(account, { ip: "198.51.100.3" })).toHaveProperty("grant");
});

it("slows guesses at one account from many networks, and lets its owner in all the while", async () => {
  const account = await anAccount();
  await aLogin(account, { ip: "203.0.113.1" });
  const guess = (ip: string) =>
    reasonOf(logIn(createContext({ ip }), { email: account.email, password: "Wrong1234" }));
  const guesses = await Promise.all(Array.from({ length: 60 }, (_, at) => guess(`198.18.${at}.1`)));
  const looked = guesses.filter((answer) => answer === "wrong_credentials");
  expect(looked.length).toBeGreaterThanOrEqual(10);
  expect(looked.length).toBeLessThanOrEqual(15);
  expect(guesses.filter((answer) => answer === "rate_limited")).toHaveLength(60 - looked.length);
  // The network that the owner is known by, in IPv6 too, has nothing to wait for.
  expect(await aLogin(account, { ip: "203.0.113.1" })).toHaveProperty("grant");
  // Elsewhere the right password has its turn like any guess.
  await clock.move(20);
  expect(await aLogin(account, { ip: "2001:db8:7:7::1" })).toHaveProperty("grant");
  expect(await aLogin(account, { ip: "2001:db8:7:7::2" })).toHaveProperty("grant");
});

it("counts guesses at an unknown e-mail as those at an account, so that no answer tells them apart", async () => {
  const email = newEmail();
  const guesses = await Promise.all(
    Array.from({ length: 30 }, (_, at) =>
      reasonOf(logIn(createContext({ ip: `198.20.${at}.1` }), { email, password: "Wrong1234" })),
    ),
  );
  expect(guesses).toContain("rate_limited");
});

it("stops an address after twenty failures on any accounts, in IPv6 its whole network", async () => {
  const answers: unknown[] = [];
  for (let guess = 0; guess < 21; guess++) {
    const ctx = createContext({ ip: `2001:db8:9:9::${guess.toString(16)}` });
    answers.push(await reasonOf(logIn(ctx, { email: newEmail(), password: "Wrong1234" })));
  }
  expect(answers.slice(0, 20)).toEqual(Array(20).fill("wrong_credentials"));
  expect(answers[20]).toBe("rate_limited");
});

it("lets any number of people who know their passwords share one address", async () => {
  const account = await anAccount();
  for (let time = 0; time < 25; time++)
    expect(
      await reasonOf(
        logIn(createContext({ ip: "198.51.100.4" }), { email: account.email, password: PASSWORD }),
      ),
    ).toHaveProperty("accessToken");
});

it("makes an old hash again when its owner logs in", async () => {
  const account = await anAccount();
  const old = await hash(PASSWORD, { memoryCost: 8192, timeCost: 1 });
  await db
    .update(users)
    .set({ passwordHash: old })
    .where(eq(users.id, account.id as UserActor["userId"]));
  await aLogin(account);
  const [row] = await db.select().from(users).where(eq(users.email, account.email));
  expect(row?.passwordHash).toContain("m=19456,t=2,p=1");
  expect(await aLogin(account)).toHaveProperty("grant");
});

it("keeps fifty login sessions of an account and ends the one used longest ago", async () => {
  const account = await anAccount();
  const oldest = await aLogin(account);
  await clock.move(1);
  const next = await aLogin(account);
  // The rest without a password, whose hash is the work of a login.
  const { userId, role } = next.actor;
  for (let opened = 2; opened < 50; opened++) {
    const id = newId("login_session");
    await openLoginSession(createContext(), { id, userId, role, refreshToken: firstRefreshToken(id) });
  }
  expect(await nextRequest(oldest.grant)).toBe("USER");
  await aLogin(account);
  expect(await nextRequest(oldest.grant)).toBe("login_session_ended");
  expect(await historyOf(oldest.actor.loginSessionId)).toEqual([
    "→ACTIVE login",
    "ACTIVE→REVOKED too_many_logins",
  ]);
  expect(await nextRequest(next.grant)).toBe("USER");
});

it("records that login sessions past their end expired", async () => {
  const account = await anAccount();
  const forgotten = await aLogin(account);
  await clock.move(15 * 24 * 3600);
  const { ctx } = await aLogin(account);
  expect(await historyOf(forgotten.actor.loginSessionId)).toContainEqual(
    expect.stringMatching(/^ACTIVE→EXPIRED /),
  );
  const listed = await myLoginSessions(ctx(), {});
  expect(listed.map(({ status, current }) => [status, current])).toEqual([
    ["ACTIVE", true],
    ["EXPIRED", false],
  ]);
});
