import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "#db/client.ts";
import { stateHistory } from "#db/schema/platform.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { systemContext } from "../../platform/operation/context.ts";
import { given } from "../../testing/given.ts";
import { CreateEventSession } from "../contract.ts";
import { listEventSessions, saleOf } from "../queries.ts";
import { createSession } from "./create-session.ts";

const ctx = systemContext("test");

async function givenInput(opensInHours: number) {
  const { eventId } = await saleOf(ctx, (await given.saleOpen()).id);
  const at = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
  const times = { salesOpenAt: at(opensInHours), salesCloseAt: at(24), startsAt: at(48) };
  return CreateEventSession.parse({ eventId, ...times, price: 1000, totalStock: 5 });
}

it("puts its stock on sale, with its birth in the history, for every reader after the commit", async () => {
  const input = await givenInput(-1);
  const before = await listEventSessions(ctx, { eventId: input.eventId });
  const { id, remaining } = await inTransaction(ctx, (tx) => createSession(tx, input));
  expect(remaining).toBe(5);
  const after = await listEventSessions(ctx, { eventId: input.eventId });
  expect(after).toHaveLength(before.length + 1);
  expect(after).toContainEqual(expect.objectContaining({ id, totalStock: 5, remainingStock: 5 }));
  const steps = await db.select().from(stateHistory).where(eq(stateHistory.entityId, id));
  expect(steps).toMatchObject([{ fromState: null, metadata: { quantity: 5 } }]);
});

it("refuses dates that do not fit together, and writes nothing", async () => {
  const input = await givenInput(25);
  const refused = inTransaction(ctx, (tx) => createSession(tx, input));
  await expect(refused).rejects.toMatchObject({ reason: "invalid_argument" });
  expect(await listEventSessions(ctx, { eventId: input.eventId })).toHaveLength(1);
});
