import { afterEach, expect, it } from "vitest";
import { inTransaction } from "../../platform/database/transaction.ts";
import { createContext } from "../../platform/operation/context.ts";
import { AppError } from "../../platform/operation/errors.ts";
import { given } from "../../testing/given.ts";
import { expectEquationsHold } from "../../testing/invariants.ts";
import { releaseHold } from "../commands/release-hold.ts";
import type { HoldId } from "../contract.ts";
import { holdAgain } from "./hold-again.ts";

afterEach(expectEquationsHold);

/** Why the tickets of a hold that is over would not be given again now, or null; nothing is kept of it. */
async function refusalOf(id: HoldId): Promise<string | null> {
  let refusal: string | null = null;
  const undo = new Error("undone");
  await inTransaction(createContext(), async (tx) => {
    const again = await holdAgain(tx, id);
    refusal = again instanceof AppError ? again.reason : null;
    throw undo;
  }).catch((error) => {
    if (error !== undo) throw error;
  });
  return refusal;
}

it("keeps every rule of a new hold: the stock, the buyer's maximum and their one live hold", async () => {
  const { id } = await given.saleOpen({ stock: 5, maxPerUser: 4 });
  const [buyer, other] = await given.two();
  const { holdId } = await given.hold(buyer, id, 3);
  await releaseHold(buyer.ctx(), { holdId });
  expect(await refusalOf(holdId)).toBeNull();
  const live = await given.hold(buyer, id, 1);
  expect(await refusalOf(holdId)).toBe("duplicate_hold");
  await releaseHold(buyer.ctx(), { holdId: live.holdId });
  await given.paidOrder(buyer, id, 2);
  expect(await refusalOf(holdId)).toBe("ticket_limit_exceeded");
  const third = await given.person();
  const mine = await given.hold(third, id, 3);
  await releaseHold(third.ctx(), { holdId: mine.holdId });
  await given.paidOrder(other, id, 1);
  expect(await refusalOf(mine.holdId)).toBe("insufficient_stock");
});
