import { expect, it } from "vitest";
import { inTransaction } from "../../platform/database/transaction.ts";
import { systemContext } from "../../platform/operation/context.ts";
import { given } from "../../testing/given.ts";
import { givenHall, hallOf } from "../../testing/halls.ts";
import { chooserOf } from "./choose-seats.ts";

it("chooses among the seats that are free now, without those that others of the batch took, and names them", async () => {
  const plan = hallOf({ sections: ["R석", "S석"], rows: 1, seatsPerRow: 4 });
  const { id, ids } = await givenHall({ plan, house: ["S석-1-1"] });
  await given.hold(await given.person(), id, ids.slice(0, 1));
  await inTransaction(systemContext("test"), async (tx) => {
    const { choose, count, seatOf } = await chooserOf(tx, id);
    expect(choose({ quantity: 3 }, new Set())).toEqual(ids.slice(1, 4));
    expect(choose({ quantity: 2 }, new Set(ids.slice(1, 2)))).toEqual(ids.slice(2, 4));
    expect(choose({ quantity: 3, section: "S석" }, new Set())).toEqual(ids.slice(5));
    expect(choose({ quantity: 4, section: "S석" }, new Set())).toBeUndefined();
    expect(choose({ quantity: 4, priceMax: 140_000 }, new Set())).toBeUndefined();
    expect(count({ quantity: 4, priceMax: 140_000 }, new Set(ids.slice(7)))).toBe(2);
    expect(seatOf(ids[5] as `seat_${string}`)).toEqual({
      ...{ id: ids[5], number: "S석-1-2", section: "S석", row: "1", label: "2", price: 140_000 },
    });
  });
});
