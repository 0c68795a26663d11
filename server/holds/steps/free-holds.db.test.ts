import { afterEach, expect, it } from "vitest";
import { saleOf } from "../../catalog/queries.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { createContext, systemContext } from "../../platform/operation/context.ts";
import { given } from "../../testing/given.ts";
import { expectEquationsHold } from "../../testing/invariants.ts";
import { isSomeoneWaiting } from "../../testing/locks.ts";
import { until } from "../../testing/until.ts";
import type { HoldId } from "../contract.ts";
import { getActiveHold } from "../queries.ts";
import { checkOutHolds } from "../store.ts";
import { freeUnorderedHolds } from "./free-holds.ts";

afterEach(expectEquationsHold);
const ctx = systemContext("holds.expire");
const free = (id: HoldId) => inTransaction(ctx, (tx) => freeUnorderedHolds(tx, [{ id }], "event_withdrawn"));

async function givenHold() {
  const { id: eventSessionId } = await given.saleOpen({ stock: 2 });
  const buyer = await given.person();
  const { holdId } = await given.hold(buyer, eventSessionId, 2);
  return {
    holdId,
    live: () => getActiveHold(buyer.ctx(), { sessionId: eventSessionId }),
    left: async () => (await saleOf(createContext(), eventSessionId)).remainingStock,
  };
}

it("puts the tickets of a hold at no checkout back on sale, once", async () => {
  const { holdId, live, left } = await givenHold();
  await Promise.all([free(holdId), free(holdId)]);
  expect(await live()).toBeNull();
  expect(await left()).toBe(2);
});

it("leaves one alone that goes to its checkout at this moment, in another process", async () => {
  const { holdId, live, left } = await givenHold();
  const freeing = await inTransaction(ctx, async (tx) => {
    await checkOutHolds(tx, [holdId]);
    const waits = { end: free(holdId) };
    await until(isSomeoneWaiting);
    return waits;
  });
  await freeing.end;
  expect(await live()).toMatchObject({ status: "ACTIVE" });
  expect(await left()).toBe(0);
});
