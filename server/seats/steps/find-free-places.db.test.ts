import { expect, it } from "vitest";
import { inTransaction } from "../../platform/database/transaction.ts";
import { systemContext } from "../../platform/operation/context.ts";
import { given } from "../../testing/given.ts";
import { givenHall, hallOf } from "../../testing/halls.ts";
import { findFreePlaces } from "./find-free-places.ts";

const placesOf = (id: `event_session_${string}`) =>
  inTransaction(systemContext("test"), async (tx) => [0, 1, 2, 3, 4].filter(await findFreePlaces(tx, id)));

it("are those of seats that no one has, kept by the house or not", async () => {
  const plan = hallOf({ rows: 1, seatsPerRow: 4 });
  const { id, ids } = await givenHall({ plan, house: ["R석-1-4"] });
  await given.hold(await given.person(), id, ids.slice(1, 2));
  expect(await placesOf(id)).toEqual([0, 2, 3]);
});

it("are none where the seats are of no map", async () => {
  const { id } = await given.seatsOpen([1000]);
  expect(await placesOf(id)).toEqual([]);
});
