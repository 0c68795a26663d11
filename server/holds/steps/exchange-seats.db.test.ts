import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "#db/client.ts";
import { stateHistory } from "#db/schema/platform.ts";
import { onlyRow } from "../../platform/database/rows.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { systemContext } from "../../platform/operation/context.ts";
import type { SeatId } from "../../seats/contract.ts";
import { given } from "../../testing/given.ts";
import { expectEquationsHold } from "../../testing/invariants.ts";
import { lockHolds } from "../store.ts";
import { exchangeSeats } from "./exchange-seats.ts";

it("moves the seats that change and no number of the stock where as many are taken as are left", async () => {
  const { id, ids } = await given.seatsOpen([3000, 2000, 1000]);
  const [first, second, third] = ids as [SeatId, SeatId, SeatId];
  const { holdId } = await given.hold(await given.person(), id, [first, second]);
  await inTransaction(systemContext("test"), async (tx) => {
    const hold = onlyRow(await lockHolds(tx, [holdId]));
    await exchangeSeats(tx, hold, [third, first]);
  });
  const stepsOf = async (entity: string) =>
    (await db.select().from(stateHistory).where(eq(stateHistory.entityId, entity)))
      .filter(({ reason }) => reason === "seats_changed")
      .map(({ fromState, toState }) => [fromState, toState]);
  expect(await stepsOf(first)).toEqual([]);
  expect(await stepsOf(second)).toEqual([["reserved", "available"]]);
  expect(await stepsOf(third)).toEqual([["available", "reserved"]]);
  expect(await stepsOf(id)).toEqual([]);
  await expectEquationsHold();
});
