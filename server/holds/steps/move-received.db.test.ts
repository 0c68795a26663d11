import { expect, it } from "vitest";
import { inTransaction } from "../../platform/database/transaction.ts";
import { systemContext } from "../../platform/operation/context.ts";
import { given, type Person } from "../../testing/given.ts";
import { sharesOf } from "../store.ts";
import { moveReceived } from "./move-received.ts";

it("counts a ticket as its receiver's up to the maximum, and as its buyer's while others have it", async () => {
  const { id: eventSessionId } = await given.saleOpen({ maxPerUser: 1 });
  const [buyer, friend, third] = (await given.people(3)) as [Person, Person, Person];
  await given.paidOrder(buyer, eventSessionId);
  const move = (from: Person, to: Person) =>
    inTransaction(systemContext("test"), (tx) =>
      moveReceived(tx, { eventSessionId, buyerId: buyer.userId, fromId: from.userId, toId: to.userId }),
    );
  const counts = () =>
    inTransaction(systemContext("test"), async (tx) => {
      const ids = [buyer, friend, third].map(({ userId }) => userId);
      const shares = await sharesOf(tx, eventSessionId, ids);
      return ids.map((id) => shares.get(id)?.tickets ?? 0);
    });
  await move(buyer, friend);
  expect(await counts()).toEqual([1, 1, 0]);
  await expect(move(buyer, friend)).rejects.toMatchObject({ reason: "ticket_limit_exceeded" });
  await move(friend, third);
  expect(await counts()).toEqual([1, 0, 1]);
  await move(third, buyer);
  expect(await counts()).toEqual([1, 0, 0]);
});
