import { expect, it } from "vitest";
import { inTransaction } from "../../platform/database/transaction.ts";
import { systemContext } from "../../platform/operation/context.ts";
import { deliver, givenMessages, receiver, transmissionsOf } from "../../testing/transmissions.ts";
import { closeDead } from "./close-dead.ts";

it("closes what is dead of one aggregate, so that the next of it goes out", async () => {
  const [aggregate = "", other = ""] = await givenMessages(2, 2);
  await deliver(receiver(() => ({ outcome: "permanent", status: 404 })).gateway);
  const filter = { destination: "data-platform" as const, search: aggregate };
  await inTransaction(systemContext("test"), (tx) => closeDead(tx, filter, "told them by phone"));
  await deliver(receiver().gateway);
  const statesOf = async (id: string) => (await transmissionsOf(id)).map(({ state }) => state);
  expect(await statesOf(aggregate)).toEqual(["RESOLVED", "SENT"]);
  expect((await statesOf(other))[0]).toBe("DEAD");
  expect((await transmissionsOf(aggregate))[0]?.note).toBe("told them by phone");
});
