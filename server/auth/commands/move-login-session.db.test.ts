import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { auditLog } from "#db/schema/platform.ts";
import { createContext } from "../../platform/operation/context.ts";
import { newId } from "../../platform/values/ids.ts";
import { aLogin, anAccount, historyOf, nextRequest, reasonOf } from "../../testing/accounts.ts";
import { loginSessionsOfUser } from "../queries.ts";
import { moveLoginSession } from "./move-login-session.ts";

it("suspends, restores and revokes anyone's login session, each from the next request", async () => {
  const admin = await aLogin(await anAccount("ADMIN"));
  const { account, grant, actor } = await aLogin(await anAccount());
  const { loginSessionId } = actor;
  await moveLoginSession(admin.ctx(), { loginSessionId, to: "SUSPENDED", reason: "a complaint" });
  expect(await nextRequest(grant)).toBe("login_session_suspended");
  const found = await loginSessionsOfUser(admin.ctx(), { userId: account.id });
  expect(found.user.id).toBe(account.id);
  expect(found.loginSessions).toMatchObject([
    { id: loginSessionId, status: "SUSPENDED", reason: "a complaint" },
  ]);
  await moveLoginSession(admin.ctx(), { loginSessionId, to: "ACTIVE" });
  expect(await nextRequest(grant)).toBe("USER");
  await moveLoginSession(admin.ctx(), { loginSessionId, to: "REVOKED" });
  expect(await nextRequest(grant)).toBe("login_session_ended");
  expect(await historyOf(loginSessionId)).toEqual([
    "→ACTIVE login",
    "ACTIVE→SUSPENDED a complaint",
    "SUSPENDED→ACTIVE",
    "ACTIVE→REVOKED",
  ]);
  const acts = await createContext().db.select().from(auditLog).where(eq(auditLog.target, loginSessionId));
  expect(acts.filter(({ actorId }) => actorId === admin.account.id).map(({ meta }) => meta?.to)).toEqual([
    "SUSPENDED",
    "ACTIVE",
    "REVOKED",
  ]);
});

it("refuses what the machine does not allow with from and to, and changes nothing", async () => {
  const admin = await aLogin(await anAccount("ADMIN"));
  const { actor } = await aLogin(await anAccount());
  const { loginSessionId } = actor;
  await moveLoginSession(admin.ctx(), { loginSessionId, to: "REVOKED" });
  const restored = moveLoginSession(admin.ctx(), { loginSessionId, to: "ACTIVE" });
  await expect(restored).rejects.toMatchObject({
    status: 409,
    reason: "illegal_transition",
    params: { machine: "loginSession", from: "REVOKED", to: "ACTIVE" },
  });
  expect(await historyOf(loginSessionId)).toHaveLength(2);
});

it("lets one of many that race win and records one move", async () => {
  const admin = await aLogin(await anAccount("ADMIN"));
  const { actor } = await aLogin(await anAccount());
  const input = { loginSessionId: actor.loginSessionId, to: "REVOKED" as const };
  await Promise.all(Array.from({ length: 10 }, () => moveLoginSession(admin.ctx(), input)));
  expect(await historyOf(actor.loginSessionId)).toEqual(["→ACTIVE login", "ACTIVE→REVOKED"]);
});

it("is for administrators alone", async () => {
  const { ctx, actor } = await aLogin(await anAccount("SELLER"));
  const input = { loginSessionId: actor.loginSessionId, to: "SUSPENDED" as const };
  expect(await reasonOf(moveLoginSession(ctx(), input))).toBe("forbidden");
  expect(await reasonOf(moveLoginSession(createContext(), input))).toBe("unauthorized");
  expect(await reasonOf(loginSessionsOfUser(ctx(), { userId: newId("user") }))).toBe("forbidden");
});

it("knows no login session that never was", async () => {
  const admin = await aLogin(await anAccount("ADMIN"));
  const input = { loginSessionId: newId("login_session"), to: "REVOKED" as const };
  expect(await reasonOf(moveLoginSession(admin.ctx(), input))).toBe("not_found");
});
