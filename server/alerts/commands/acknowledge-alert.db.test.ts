import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "#db/client.ts";
import { auditLog } from "#db/schema/platform.ts";
import { movePerson } from "../../auth/commands/move-person.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { newId } from "../../platform/values/ids.ts";
import { given, newKey, type Person } from "../../testing/given.ts";
import { listAlerts, listOwners } from "../queries.ts";
import { raiseAlerts } from "../steps/raise-alerts.ts";
import { resolveAlerts } from "../steps/resolve-alerts.ts";
import { acknowledgeAlert } from "./acknowledge-alert.ts";

const raise = (admin: Person, subject: string) =>
  inTransaction(admin.ctx(), (tx) => raiseAlerts(tx, [{ kind: "job_missed", subject, detail: {} }]));

async function firing(subject = newKey()) {
  const admin = await given.person("ADMIN");
  await raise(admin, subject);
  const find = async () => (await listAlerts(admin.ctx(), {})).find((alert) => alert.subject === subject);
  return { admin, subject, find, id: (await find())?.id ?? "alert_none" };
}

it("says who looks after an alert, which fires on and keeps its owner however often it is raised", async () => {
  const { admin, subject, id, find } = await firing();
  expect(await find()).toMatchObject({ acknowledged: null });
  await acknowledgeAlert(admin.ctx(), { id, note: "I look at it\nnow" });
  await raise(admin, subject);
  expect(await find()).toMatchObject({
    count: 2,
    resolvedAt: null,
    acknowledged: {
      by: `${admin.userId}@test.example`,
      owner: { id: admin.userId },
      note: "I look at it\nnow",
    },
  });
  const acts = await db.select().from(auditLog).where(eq(auditLog.target, id));
  expect(acts).toMatchObject([
    { action: "alerts.acknowledge-alert", actorId: admin.userId, meta: { owner: admin.userId, subject } },
  ]);
});

it("is handed over to another operator, by name of who did so", async () => {
  const { admin, id, find } = await firing();
  const other = await given.person("ADMIN");
  await acknowledgeAlert(admin.ctx(), { id, note: "mine" });
  await acknowledgeAlert(admin.ctx(), { id, ownerId: other.userId });
  expect(await find()).toMatchObject({
    acknowledged: { by: `${admin.userId}@test.example`, owner: { id: other.userId }, note: null },
  });
});

it("starts without an owner when it fires again", async () => {
  const { admin, subject, id, find } = await firing();
  await acknowledgeAlert(admin.ctx(), { id });
  await inTransaction(admin.ctx(), (tx) => resolveAlerts(tx, "job_missed", [subject]));
  await expect(acknowledgeAlert(admin.ctx(), { id })).rejects.toMatchObject({ reason: "alert_over" });
  await raise(admin, subject);
  expect(await find()).toMatchObject({ acknowledged: null });
});

it("is owned by active administrators alone, and acknowledged by administrators alone", async () => {
  const { admin, id, find } = await firing();
  const [buyer, left] = [await given.person(), await given.person("ADMIN")];
  await movePerson(admin.ctx(), { userId: left.userId, to: "SUSPENDED" });
  for (const ownerId of [buyer.userId, left.userId, newId("user")])
    await expect(acknowledgeAlert(admin.ctx(), { id, ownerId })).rejects.toMatchObject({
      reason: "owner_not_operator",
    });
  await expect(acknowledgeAlert(buyer.ctx(), { id })).rejects.toMatchObject({ reason: "forbidden" });
  expect(await find()).toMatchObject({ acknowledged: null });
  const owners = (await listOwners(admin.ctx(), {})).map((owner) => owner.id);
  expect(owners).toContain(admin.userId);
  expect(owners).not.toContain(left.userId);
  await expect(acknowledgeAlert(admin.ctx(), { id: newId("alert") })).rejects.toMatchObject({
    reason: "not_found",
  });
});
