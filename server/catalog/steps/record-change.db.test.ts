import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "#db/client.ts";
import { auditLog } from "#db/schema/platform.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { newId } from "../../platform/values/ids.ts";
import { clock } from "../../testing/clock.ts";
import { given, type Person } from "../../testing/given.ts";
import { recordChange } from "./record-change.ts";

const changeBy = (person: Person, { id, isTold }: { id: string; isTold: boolean }) =>
  inTransaction(person.ctx(), (tx) =>
    recordChange(tx, { what: "event", id, isTold, meta: { oldVenue: "서울", newVenue: "부산" } }),
  );

it("keeps every change with who made it, and refuses the sixth of an hour that people would be told of", async () => {
  const seller = await given.person("SELLER");
  const id = newId("event");
  const change = (isTold: boolean) => changeBy(seller, { id, isTold });
  for (let count = 0; count < 5; count++) await change(true);
  await expect(change(true)).rejects.toMatchObject({ reason: "too_many_changes", params: { limit: 5 } });
  await change(false);
  const rows = await db.select().from(auditLog).where(eq(auditLog.target, id));
  expect(rows).toHaveLength(6);
  expect(rows[0]).toMatchObject({ actorId: seller.userId, meta: { oldVenue: "서울", newVenue: "부산" } });
  await clock.move(3600);
  await change(true);
});

it("lets an admin correct what a seller changed as often as they may", async () => {
  const [seller, admin] = [await given.person("SELLER"), await given.person("ADMIN")];
  const change = { id: newId("event"), isTold: true };
  for (let count = 0; count < 5; count++) await changeBy(seller, change);
  for (let count = 0; count < 2; count++) await changeBy(admin, change);
  await expect(changeBy(seller, change)).rejects.toMatchObject({ reason: "too_many_changes" });
  expect(await db.$count(auditLog, eq(auditLog.target, change.id))).toBe(7);
});
