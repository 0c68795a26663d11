import { afterEach, expect, it } from "vitest";
import { createContext } from "../../platform/context.ts";
import { inTransaction } from "../../platform/transaction.ts";
import { given } from "../../testing/given.ts";
import { expectEquationsHold } from "../../testing/invariants.ts";
import type { HoldId } from "../contract.ts";
import { holdAgain } from "./hold-again.ts";
import { releaseHold } from "./release-hold.ts";

afterEach(expectEquationsHold);

/** Whether the tickets of a hold that is over would be given again now; nothing is kept of it. */
async function wouldHoldAgain(id: HoldId): Promise<boolean> {
  let isHeld = false;
  const undo = new Error("undone");
  await inTransaction(createContext(), async (tx) => {
    isHeld = (await holdAgain(tx, id)) !== undefined;
    throw undo;
  }).catch((error) => {
    if (error !== undo) throw error;
  });
  return isHeld;
}

it("keeps every rule of a new hold: the stock, the buyer's maximum and their one live hold", async () => {
  const { id } = await given.saleOpen({ stock: 5, maxPerUser: 4 });
  const [buyer, other] = await given.two();
  const { holdId } = await given.hold(buyer, id, 3);
  await releaseHold(buyer.ctx(), { holdId });
  expect(await wouldHoldAgain(holdId)).toBe(true);
  const live = await given.hold(buyer, id, 1);
  expect(await wouldHoldAgain(holdId)).toBe(false);
  await releaseHold(buyer.ctx(), { holdId: live.holdId });
  await given.paidOrder(buyer, id, 2);
  expect(await wouldHoldAgain(holdId)).toBe(false);
  const third = await given.person();
  const mine = await given.hold(third, id, 3);
  await releaseHold(third.ctx(), { holdId: mine.holdId });
  await given.paidOrder(other, id, 1);
  expect(await wouldHoldAgain(mine.holdId)).toBe(false);
});
