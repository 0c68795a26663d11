import { expect, it } from "vitest";
import { inTransaction } from "../../platform/database/transaction.ts";
import { given } from "../../testing/given.ts";
import { listAlerts } from "../queries.ts";
import { raiseAlerts } from "../steps/raise-alerts.ts";
import { endAlert } from "./end-alert.ts";

async function firing(kind: "wrong_amount" | "job_missed", subject: string) {
  const admin = await given.person("ADMIN");
  await inTransaction(admin.ctx(), (tx) => raiseAlerts(tx, [{ kind, subject, detail: {} }]));
  const all = await listAlerts(admin.ctx(), {});
  const alert = all.find((one) => one.subject === subject);
  if (!alert) throw new Error("it does not fire");
  return { admin, id: alert.id };
}

it("ends what cannot end by itself, and once ended it may fire again", async () => {
  const { admin, id } = await firing("wrong_amount", "payment_a");
  expect(await endAlert(admin.ctx(), { id })).toMatchObject({ id, resolvedAt: expect.any(String) });
  expect((await listAlerts(admin.ctx(), {})).filter((alert) => alert.id === id)).toEqual([]);
  expect(await endAlert(admin.ctx(), { id })).toMatchObject({ id, resolvedAt: expect.any(String) });
  expect((await firing("wrong_amount", "payment_a")).id).not.toBe(id);
});

it("leaves alone what ends with its cause, and is for admins", async () => {
  const { admin, id } = await firing("job_missed", "outbox.retry");
  await expect(endAlert(admin.ctx(), { id })).rejects.toMatchObject({ reason: "alert_ends_itself" });
  const buyer = await given.person();
  await expect(endAlert(buyer.ctx(), { id })).rejects.toMatchObject({ reason: "forbidden" });
});
