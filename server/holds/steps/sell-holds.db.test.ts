import { afterEach, expect, it } from "vitest";
import { saleOf } from "../../catalog/queries.ts";
import { cancelOrder } from "../../checkout/commands/cancel-order.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { createContext, systemContext } from "../../platform/operation/context.ts";
import { clock } from "../../testing/clock.ts";
import { given, newKey } from "../../testing/given.ts";
import { expectEquationsHold } from "../../testing/invariants.ts";
import { releaseHold } from "../commands/release-hold.ts";
import type { HoldId } from "../contract.ts";
import { returnSoldTickets, sellHolds } from "./sell-holds.ts";

afterEach(expectEquationsHold);
const ctx = systemContext("payments.callback");

const sell = (id: HoldId) => inTransaction(ctx, (tx) => sellHolds(tx, [{ id }]));

async function givenHold() {
  const { id: eventSessionId } = await given.saleOpen({ stock: 3 });
  const buyer = await given.person();
  const { holdId } = await given.hold(buyer, eventSessionId, 2);
  const left = async () => (await saleOf(createContext(), eventSessionId)).remainingStock;
  return { buyer, holdId, eventSessionId, left };
}

it("sells nothing of a hold that was released", async () => {
  const { buyer, holdId, left } = await givenHold();
  await releaseHold(buyer.ctx(), { holdId });
  expect(await sell(holdId)).toEqual(new Map());
  expect(await left()).toBe(3);
});

it("sells nothing of a hold whose time is over and whose tickets another buyer holds", async () => {
  const { holdId, eventSessionId, left } = await givenHold();
  await clock.move(121);
  await given.hold(await given.person(), eventSessionId, 3);
  expect(await sell(holdId)).toEqual(new Map());
  expect(await left()).toBe(0);
});

it("puts sold tickets back on sale once, however often they are returned", async () => {
  const { id: eventSessionId } = await given.saleOpen({ stock: 3 });
  const buyer = await given.person();
  const { orderId, holdId } = await given.paidOrder(buyer, eventSessionId, 2);
  await cancelOrder(buyer.ctx(newKey()), { id: orderId });
  await inTransaction(ctx, (tx) =>
    returnSoldTickets(tx, [{ holdId, quantity: 1, seatIds: [] }], "cancelled_by_admin"),
  );
  expect((await saleOf(createContext(), eventSessionId)).remainingStock).toBe(3);
});
