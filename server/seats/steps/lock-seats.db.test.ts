import { expect, it } from "vitest";
import { inTransaction } from "../../platform/database/transaction.ts";
import { systemContext } from "../../platform/operation/context.ts";
import { given } from "../../testing/given.ts";
import type { SeatId } from "../contract.ts";
import { lockSeats } from "./lock-seats.ts";

it("finds the seats of the event session alone, and says of each whether it is free", async () => {
  const { id, ids } = await given.seatsOpen([1000, 2000, 3000]);
  const other = await given.seatsOpen([1000]);
  const [free, taken] = ids as [SeatId, SeatId, SeatId];
  await given.hold(await given.person(), id, [taken]);
  const wanted = [taken, free, ...other.ids];
  const found = await inTransaction(systemContext("test"), (tx) => lockSeats(tx, id, wanted));
  expect([...found].map(([seat, { isFree, priceKrw }]) => [seat, isFree, priceKrw]).sort()).toEqual(
    [
      [free, true, 1000],
      [taken, false, 2000],
    ].sort(),
  );
  expect(await inTransaction(systemContext("test"), (tx) => lockSeats(tx, id, []))).toEqual(new Map());
});
