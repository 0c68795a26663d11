import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "#db/client.ts";
import { auditLog } from "#db/schema/platform.ts";
import { takePaymentCallback } from "../../checkout/commands/take-payment-callback.ts";
import { createApp } from "../../http/app.ts";
import { receiveSms } from "../../integration/commands/receive-message.ts";
import { inTransaction } from "../database/transaction.ts";
import { writeAudit } from "./audit.ts";
import { createContext } from "./context.ts";

const rowsOf = (action: string) => db.$count(auditLog, eq(auditLog.action, action));
const app = createApp();

it.each([
  ["/api/payments/callback", takePaymentCallback.id],
  ["/api/integration/inbound/sms", receiveSms.id],
])("a stranger's calls of %s cannot fill the audit log", async (path, action) => {
  const knock = () => app.request(path, { method: "POST", body: "{}" });
  for (const answer of await Promise.all(Array.from({ length: 400 }, knock))) expect(answer.status).toBe(401);
  // So many at once, and few more as time goes by.
  expect(await rowsOf(action)).toBeGreaterThanOrEqual(300);
  expect(await rowsOf(action)).toBeLessThan(350);
});

it("a stranger who logs out of nothing leaves no row", async () => {
  for (let time = 0; time < 5; time++)
    expect((await app.request("/api/auth/logout", { method: "POST" })).status).toBe(204);
  expect(await rowsOf("auth.log-out")).toBe(0);
});

it("what a person proves is written however often it happens", async () => {
  await inTransaction(createContext(), async (tx) => {
    for (let time = 0; time < 100; time++) writeAudit(tx, [{ action: "test.proven", outcome: "ok" }]);
  });
  expect(await rowsOf("test.proven")).toBe(100);
});
