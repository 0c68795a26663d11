import { createSecretKey, hkdfSync } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type JWTPayload, SignJWT, UnsecuredJWT } from "jose";
import { afterEach, describe, expect, it, vi } from "vitest";
import { freePort } from "#scripts/services/loopback.ts";
import { newRedisPassword, startRedis } from "#scripts/services/redis.ts";
import { signUp } from "../credentials/commands/sign-up.ts";
import { env } from "../platform/config/env.ts";
import { createContext } from "../platform/operation/context.ts";
import { connectRedis } from "../platform/redis/redis.ts";
import { newId } from "../platform/values/ids.ts";
import { aLogin, anAccount, newEmail, nextRequest, PASSWORD, reasonOf } from "../testing/accounts.ts";
import { until } from "../testing/until.ts";
import { logIn } from "./commands/log-in.ts";
import { authenticate, me, myLoginSessions } from "./queries.ts";

afterEach(() => {
  vi.useRealTimers();
});

describe("an access token", () => {
  const key = (secret = env.AUTH_SECRET) =>
    createSecretKey(Buffer.from(hkdfSync("sha256", secret, "", "seonchak access-token", 32)));
  const HEADER = { alg: "HS256", typ: "at+jwt" };

  /** A token for a live login session, right but for what is changed. */
  async function forge({ header = {}, claims = {}, secret = env.AUTH_SECRET }) {
    const { actor } = await aLogin(await anAccount());
    const now = Math.floor(Date.now() / 1000);
    const { userId: sub, loginSessionId: sid } = actor;
    const right = { sub, sid, iss: "seonchak", aud: "seonchak-api", iat: now, exp: now + 600 };
    const payload = Object.entries({ ...right, ...claims }).filter(([, value]) => value !== undefined);
    return new SignJWT(Object.fromEntries(payload) as JWTPayload)
      .setProtectedHeader({ ...HEADER, ...header })
      .sign(key(secret));
  }
  const enter = (token: string) => reasonOf(authenticate(createContext(), token));

  it("is accepted when everything is right, so that each test below proves its own point", async () => {
    expect(await enter(await forge({}))).toMatchObject({ kind: "user", role: "USER" });
  });

  it.each([
    ["another algorithm", { header: { alg: "HS512" } }],
    ["another type", { header: { typ: "JWT" } }],
    ["no type", { header: { typ: undefined } }],
    ["another issuer", { claims: { iss: "elsewhere" } }],
    ["another audience", { claims: { aud: "elsewhere" } }],
    ["no audience", { claims: { aud: undefined } }],
    ["no end", { claims: { exp: undefined } }],
    ["an end that is past", { claims: { exp: Math.floor(Date.now() / 1000) - 1 } }],
    ["a beginning to come", { claims: { nbf: Math.floor(Date.now() / 1000) + 60 } }],
    ["no login session", { claims: { sid: undefined } }],
    ["a login session that is no id", { claims: { sid: "x} extra" } }],
    ["a user that is no id", { claims: { sub: "root" } }],
    ["another secret", { secret: "y".repeat(40) }],
  ])("with %s is refused", async (_, change) => {
    expect(await enter(await forge(change))).toBe("access_token_invalid");
  });

  it("without a signature is refused", async () => {
    const { actor } = await aLogin(await anAccount());
    const unsigned = new UnsecuredJWT({ sid: actor.loginSessionId })
      .setSubject(actor.userId)
      .setIssuer("seonchak")
      .setAudience("seonchak-api")
      .setExpirationTime("10m")
      .encode();
    expect(await enter(unsigned)).toBe("access_token_invalid");
  });

  it("of another kind is refused: a refresh token, a piece of one, anything", async () => {
    const { grant } = await aLogin(await anAccount());
    const [header, payload] = grant.accessToken.split(".");
    for (const token of [grant.refreshToken, `${header}.${payload}.`, `${header}.${payload}`, "a.b.c", ""])
      expect(await enter(token)).toBe("access_token_invalid");
  });

  it("ends after ten minutes, also where its signature was checked before", async () => {
    const { grant } = await aLogin(await anAccount());
    const issuedAt = Date.now();
    vi.useFakeTimers({ toFake: ["Date"], now: issuedAt + 598_000 });
    expect(await nextRequest(grant)).toBe("USER");
    vi.setSystemTime(issuedAt + 601_000);
    expect(await nextRequest(grant)).toBe("access_token_invalid");
    expect(await nextRequest(grant)).toBe("access_token_invalid");
  });

  it("of a login session with an unknown status or role is refused", async () => {
    const { redis } = createContext();
    const { grant, actor } = await aLogin(await anAccount());
    await redis.hset(`session:{${actor.loginSessionId}}`, "role", "ROOT");
    expect(await nextRequest(grant)).toBe("login_session_ended");
    await redis.hset(`session:{${actor.loginSessionId}}`, "role", "USER", "status", "active");
    expect(await nextRequest(grant)).toBe("login_session_ended");
  });
});

it("says who is logged in, and null to others", async () => {
  const { account, ctx } = await aLogin(await anAccount());
  expect(await me(ctx(), {})).toEqual(account);
  expect(await me(createContext(), {})).toBeNull();
  expect(await reasonOf(myLoginSessions(createContext(), {}))).toBe("unauthorized");
});

it("logs everyone out when Redis loses everything, and changes nothing else", async () => {
  const before = [await aLogin(await anAccount()), await aLogin(await anAccount("SELLER"))] as const;
  await createContext().redis.flushdb();
  for (const { grant } of before) expect(await nextRequest(grant)).toBe("login_session_ended");
  const again = await aLogin(before[1].account);
  expect(again.actor).toMatchObject({ userId: before[1].account.id, role: "SELLER" });
  expect(await myLoginSessions(again.ctx(), {})).toHaveLength(1);
});

it("lets no one in while Redis is away, still counts sign-ups, and recovers without a restart", async () => {
  const directory = mkdtempSync(join(tmpdir(), "seonchak-auth-"));
  const options = { directory, port: await freePort(), password: newRedisPassword(), temporary: true };
  let server = await startRedis(options);
  const redis = connectRedis(server.url);
  const ctx = () => createContext({ redis, ip: "192.0.2.99" });
  try {
    await until(() => redis.status === "ready");
    const email = newEmail();
    await signUp(ctx(), { email, password: PASSWORD });
    const { accessToken } = await logIn(ctx(), { email, password: PASSWORD });
    const enter = () => reasonOf(authenticate(ctx(), accessToken));
    expect(await enter()).toHaveProperty("role");

    await server.stop();
    expect(await enter()).toBe("unavailable");
    expect(await reasonOf(logIn(ctx(), { email, password: PASSWORD }))).toBe("unavailable");
    const signUps = Array.from({ length: 21 }, () =>
      reasonOf(signUp(ctx(), { email: newEmail(), password: PASSWORD })),
    );
    expect((await Promise.all(signUps)).filter((answer) => answer === "rate_limited")).toHaveLength(1);

    server = await startRedis(options);
    expect(await until(async () => (await enter()) !== "unavailable" && enter())).toHaveProperty("role");
  } finally {
    redis.disconnect();
    await server.stop();
    rmSync(directory, { recursive: true, force: true });
  }
});

it("refuses a login session that never was", async () => {
  const { redis } = createContext();
  const { grant, actor } = await aLogin(await anAccount());
  await redis.del(`session:{${actor.loginSessionId}}`);
  expect(await nextRequest(grant)).toBe("login_session_ended");
  expect(await redis.exists(`session:{${newId("login_session")}}`)).toBe(0);
});
