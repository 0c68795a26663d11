import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "#db/client.ts";
import { seats } from "#db/schema/seats.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { systemContext } from "../../platform/operation/context.ts";
import { newId } from "../../platform/values/ids.ts";
import { given } from "../../testing/given.ts";
import type { SeatId } from "../contract.ts";
import type { InventoryMove } from "../machine.ts";
import { moveSeats } from "./move-seats.ts";

const ctx = systemContext("test");

async function givenMoves() {
  const { ids } = await given.seatsOpen([1000, 2000]);
  const [id] = ids as [SeatId];
  const holdId = newId("hold");
  return {
    move: (move: InventoryMove, moved: readonly SeatId[] = [id]) =>
      inTransaction(ctx, (tx) =>
        moveSeats(tx, { move, steps: moved.map((each) => ({ id: each, holdId })), reason: "test" }),
      ),
    row: async () => (await db.select().from(seats).where(eq(seats.id, id)))[0],
    ...{ ids, holdId },
  };
}

it("takes a seat for a hold, keeps it with it when it is sold, and frees it", async () => {
  const { move, row, holdId } = await givenMoves();
  expect(await move("hold")).toMatchObject([{ number: "1", price: 1000 }]);
  expect(await row()).toMatchObject({ state: "reserved", holdId });
  await move("sell");
  expect(await row()).toMatchObject({ state: "sold", holdId });
  await move("giveBack");
  expect(await row()).toMatchObject({ state: "available", holdId: null });
});

it("moves all or none", async () => {
  const { move, row, ids } = await givenMoves();
  await move("hold", ids.slice(1));
  await expect(move("hold", ids)).rejects.toMatchObject({
    ...{ reason: "illegal_transition", params: { from: "available", to: "reserved" } },
  });
  expect(await row()).toMatchObject({ state: "available", holdId: null });
});
