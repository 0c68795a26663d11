import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "#db/client.ts";
import { seats } from "#db/schema/seats.ts";
import { saleOf } from "../../catalog/queries.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { systemContext } from "../../platform/operation/context.ts";
import { newId } from "../../platform/values/ids.ts";
import type { SeatId } from "../../seats/contract.ts";
import { given } from "../../testing/given.ts";
import { moveHeld } from "./move-held.ts";

const ctx = systemContext("test");

it("moves the numbers of stock and the rows of seats together", async () => {
  const { id: eventSessionId, ids } = await given.seatsOpen([1000, 2000, 3000]);
  const seatIds = ids.slice(0, 2) as SeatId[];
  const hold = { id: newId("hold"), eventSessionId, quantity: 2, seatIds };
  const moved = await inTransaction(ctx, (tx) => moveHeld(tx, [{ hold }], { move: "hold", reason: "test" }));
  expect(moved.map(({ price }) => price).sort()).toEqual([1000, 2000]);
  expect((await saleOf(ctx, eventSessionId)).remainingStock).toBe(1);
  const rows = await db.select().from(seats).where(eq(seats.holdId, hold.id));
  expect(rows.map(({ id }) => id).sort()).toEqual([...seatIds].sort());
  const counted = { ...hold, seatIds: null, quantity: 1 };
  expect(
    await inTransaction(ctx, (tx) => moveHeld(tx, [{ hold: counted }], { move: "hold", reason: "test" })),
  ).toEqual([]);
});
