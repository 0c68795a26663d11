import { afterEach, expect, it } from "vitest";
import { inTransaction } from "../../platform/database/transaction.ts";
import { createContext } from "../../platform/operation/context.ts";
import { platformErrors } from "../../platform/operation/errors.ts";
import { given } from "../../testing/given.ts";
import { expectEquationsHold } from "../../testing/invariants.ts";
import { saleWithHoldsOf } from "../queries.ts";
import { createHolds } from "./create-holds.ts";

afterEach(expectEquationsHold);

it("decides in the order of the requests and leaves what is refused out", async () => {
  const { id } = await given.saleOpen({ stock: 3 });
  const people = await given.people(4);
  const asked = people.map((person, index) => ({
    userId: person.userId,
    quantity: 2 - (index % 2),
    refusal: index === 0 ? platformErrors.unavailable() : null,
    by: person.ctx(),
  }));
  const { refusals, held } = await inTransaction(createContext(), (tx) => createHolds(tx, id, asked));
  expect(asked.map((request) => held.get(request)?.quantity ?? refusals.get(request)?.reason)).toEqual([
    "unavailable",
    1,
    2,
    "insufficient_stock",
  ]);
  expect(await saleWithHoldsOf(createContext(), id)).toMatchObject({
    ...{ status: "SOLDOUT", remainingStock: 0, heldStock: 3, stockDueBack: false },
  });
});
