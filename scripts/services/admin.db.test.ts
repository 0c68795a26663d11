import { eq } from "drizzle-orm";
import type { Sql } from "postgres";
import { expect, it } from "vitest";
import { db } from "#db/client.ts";
import { auditLog } from "#db/schema/platform.ts";
import { movePerson } from "#server/auth/commands/move-person.ts";
import type { UserId } from "#server/auth/contract.ts";
import { aLogin, anAccount } from "#server/testing/accounts.ts";
import { makeAdmin } from "./admin.ts";

const sql = (db as unknown as { $client: Sql }).$client;

it("makes the first administrator, as the app's own role, and says so in the audit log", async () => {
  const account = await anAccount();
  await makeAdmin(sql, account.email.toUpperCase());
  expect((await aLogin(account)).actor.role).toBe("ADMIN");
  const rows = await db.select().from(auditLog).where(eq(auditLog.target, account.id));
  expect(rows).toContainEqual(
    expect.objectContaining({ actorId: "make-admin", action: "auth.grant-role", meta: { role: "ADMIN" } }),
  );
});

it("opens nothing to an account that is suspended or does not exist", async () => {
  const account = await anAccount();
  const admin = await aLogin(await anAccount("ADMIN"));
  await movePerson(admin.ctx(), { userId: account.id as UserId, to: "SUSPENDED", reason: "a test" });
  await expect(makeAdmin(sql, account.email)).rejects.toThrow("No active account");
  await expect(makeAdmin(sql, "nobody@test.example")).rejects.toThrow("sign up in the shop first");
});
