import { and, eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { auditLog } from "#db/schema/platform.ts";
import { createContext } from "../../platform/operation/context.ts";
import { newId } from "../../platform/values/ids.ts";
import { aLogin, anAccount, historyOf, nextRequest, reasonOf } from "../../testing/accounts.ts";
import { clock } from "../../testing/clock.ts";
import type { LoginGrant } from "../contract.ts";
import { firstRefreshToken, readRefreshToken } from "../tokens.ts";
import { moveLoginSession } from "./move-login-session.ts";
import { refreshLogin } from "./refresh-login.ts";

const refresh = ({ refreshToken }: { refreshToken: string }) =>
  refreshLogin(createContext(), { refreshToken });
const DAY = 24 * 3600;

it("gives a new access token and the next refresh token, generation after generation", async () => {
  const { grant, actor } = await aLogin(await anAccount());
  const seen = new Set([grant.refreshToken]);
  let current: LoginGrant = grant;
  for (let generation = 0; generation < 5; generation++) {
    current = await refresh(current);
    seen.add(current.refreshToken);
    await clock.move(600);
  }
  expect(seen.size).toBe(6);
  expect(await nextRequest(current)).toBe("USER");
  expect(await historyOf(actor.loginSessionId)).toEqual(["→ACTIVE login"]);
});

it("revokes the login session when a used refresh token comes back, for the thief and the owner alike", async () => {
  const { grant, actor } = await aLogin(await anAccount());
  const next = await refresh(grant);
  await clock.move(11);
  expect(await reasonOf(refresh(grant))).toBe("login_session_ended");
  expect(await reasonOf(refresh(next))).toBe("login_session_ended");
  expect(await nextRequest(next)).toBe("login_session_ended");
  expect(await historyOf(actor.loginSessionId)).toEqual([
    "→ACTIVE login",
    "ACTIVE→REVOKED refresh_token_reused",
  ]);
  const audited = await createContext()
    .db.select()
    .from(auditLog)
    .where(and(eq(auditLog.target, actor.loginSessionId), eq(auditLog.outcome, "refresh_token_reused")));
  expect(audited).toHaveLength(1);
});

it("revokes it at once when a token older than the last one comes back", async () => {
  const { grant } = await aLogin(await anAccount());
  const second = await refresh(grant);
  const third = await refresh(second);
  expect(await reasonOf(refresh(grant))).toBe("login_session_ended");
  expect(await nextRequest(third)).toBe("login_session_ended");
});

it("gives tabs that refresh together the same next token, and all stay logged in", async () => {
  const { grant, actor } = await aLogin(await anAccount());
  const answers = await Promise.all(Array.from({ length: 8 }, () => refresh(grant)));
  expect(new Set(answers.map(({ refreshToken }) => refreshToken)).size).toBe(1);
  await clock.move(9);
  const late = await refresh(grant);
  expect(late.refreshToken).toBe(answers[0]?.refreshToken);
  await clock.move(600);
  expect(await nextRequest(await refresh(late))).toBe("USER");
  expect(await historyOf(actor.loginSessionId)).toEqual(["→ACTIVE login"]);
});

it("does not let a made-up token end someone's login session", async () => {
  const { grant, actor } = await aLogin(await anAccount());
  const [id = "", text = ""] = grant.refreshToken.split(".");
  const forged = `${id}.${Buffer.alloc(48, 7).toString("base64url")}`;
  const tampered = `${id}.${text.startsWith("A") ? "B" : "A"}${text.slice(1)}`;
  for (const refreshToken of [forged, tampered, id, `${id}.`, ".", "", grant.accessToken])
    expect(await reasonOf(refresh({ refreshToken }))).toBe("login_session_ended");
  expect(await reasonOf(refreshLogin(createContext(), {}))).toBe("login_session_ended");
  const elsewhere = firstRefreshToken(newId("login_session")).token.split(".")[1];
  expect(readRefreshToken(`${actor.loginSessionId}.${elsewhere}`)).toBeUndefined();
  expect(await nextRequest(grant)).toBe("USER");
});

it("ends after 14 days without a refresh", async () => {
  const { grant, actor } = await aLogin(await anAccount());
  await clock.move(14 * DAY - 60);
  const next = await refresh(grant);
  await clock.move(14 * DAY + 1);
  expect(await reasonOf(refresh(next))).toBe("login_session_ended");
  expect(await historyOf(actor.loginSessionId)).toContainEqual(expect.stringMatching(/^ACTIVE→EXPIRED /));
});

it("ends 30 days after the login however often it was refreshed, and no access token outlives it", async () => {
  let { grant } = await aLogin(await anAccount());
  for (let day = 10; day <= 20; day += 10) {
    await clock.move(10 * DAY);
    grant = await refresh(grant);
  }
  await clock.move(10 * DAY - 60);
  grant = await refresh(grant);
  expect(grant.expiresIn).toBeLessThanOrEqual(60);
  await clock.move(61);
  expect(await reasonOf(refresh(grant))).toBe("login_session_ended");
});

it("refuses a suspended login session without using its token up", async () => {
  const admin = await aLogin(await anAccount("ADMIN"));
  const { grant, actor } = await aLogin(await anAccount());
  const { loginSessionId } = actor;
  await moveLoginSession(admin.ctx(), { loginSessionId, to: "SUSPENDED" });
  expect(await reasonOf(refresh(grant))).toBe("login_session_suspended");
  await moveLoginSession(admin.ctx(), { loginSessionId, to: "ACTIVE" });
  expect(await nextRequest(await refresh(grant))).toBe("USER");
});
