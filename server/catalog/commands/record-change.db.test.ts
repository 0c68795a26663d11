import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "#db/client.ts";
import { auditLog } from "#db/schema/platform.ts";
import { newId } from "../../platform/ids.ts";
import { inTransaction } from "../../platform/transaction.ts";
import { clock } from "../../testing/clock.ts";
import { given } from "../../testing/given.ts";
import { recordChange } from "./record-change.ts";

it("keeps every change with who made it, and refuses the sixth of an hour that people would be told of", async () => {
  const admin = await given.person("ADMIN");
  const id = newId("event");
  const change = (isTold: boolean) =>
    inTransaction(admin.ctx(), (tx) =>
      recordChange(tx, { what: "event", id, isTold, meta: { oldVenue: "서울", newVenue: "부산" } }),
    );
  for (let count = 0; count < 5; count++) await change(true);
  await expect(change(true)).rejects.toMatchObject({ reason: "too_many_changes", params: { limit: 5 } });
  await change(false);
  const rows = await db.select().from(auditLog).where(eq(auditLog.target, id));
  expect(rows).toHaveLength(6);
  expect(rows[0]).toMatchObject({ actorId: admin.userId, meta: { oldVenue: "서울", newVenue: "부산" } });
  await clock.move(3600);
  await change(true);
});
