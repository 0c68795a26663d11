import { and, eq } from "drizzle-orm";
import { afterEach, expect, it } from "vitest";
import { db } from "#db/client.ts";
import { stateHistory } from "#db/schema/platform.ts";
import { given } from "../../testing/given.ts";
import { expectEquationsHold } from "../../testing/invariants.ts";
import { updateEventSession } from "./update-event-session.ts";

afterEach(expectEquationsHold);

it("has in its history every ticket that came on sale, and who put it there", async () => {
  const { id } = await given.saleOpen({ stock: 3 });
  const admin = await given.person("ADMIN");
  await updateEventSession(admin.ctx(), { id, addStock: 7 });
  await updateEventSession(admin.ctx(), { id, status: "CLOSED" });
  const rows = await db
    .select()
    .from(stateHistory)
    .where(and(eq(stateHistory.entity, "inventory"), eq(stateHistory.entityId, id)))
    .orderBy(stateHistory.seq);
  expect(rows).toEqual([
    expect.objectContaining({ fromState: null, toState: "available", metadata: { quantity: 3 } }),
    expect.objectContaining({ reason: "restocked", actorId: admin.userId, metadata: { quantity: 7 } }),
  ]);
});
