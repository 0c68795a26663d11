import { expect, it } from "vitest";
import { inTransaction } from "../../platform/database/transaction.ts";
import { createContext } from "../../platform/operation/context.ts";
import { clock } from "../../testing/clock.ts";
import { given, type Person } from "../../testing/given.ts";
import type { EventSessionId } from "../contract.ts";
import { getEvent, getEventSession } from "../queries.ts";
import { eventIdOf } from "../sales.store.ts";
import { cancelSale, cancelSalesOf } from "./cancel-sale.ts";

const cancel = (by: Person, id: EventSessionId) =>
  inTransaction(by.ctx(), (tx) => cancelSale(tx, id, "사정"));
const statusOf = async (id: EventSessionId) =>
  (await getEventSession(createContext(), { eventSessionId: id })).status;

it("closes the sale of an event session once, and is seen by readers at once", async () => {
  const owner = await given.person("SELLER");
  const { id } = await given.saleOpen({ by: owner });
  expect(await statusOf(id)).toBe("OPEN");
  expect([await cancel(owner, id), await cancel(owner, id)]).toEqual([true, false]);
  expect(await statusOf(id)).toBe("CLOSED");
});

it("is an admin's alone once the event session has started", async () => {
  const owner = await given.person("SELLER");
  const { id } = await given.saleOpen({ by: owner });
  await clock.move(73 * 3600);
  await expect(cancel(owner, id)).rejects.toMatchObject({ reason: "session_started" });
  expect(await cancel(await given.person("ADMIN"), id)).toBe(true);
});

it("archives an event and closes its coming sales, once", async () => {
  const owner = await given.person("SELLER");
  const { id } = await given.saleOpen({ by: owner });
  const eventId = await eventIdOf(createContext(), id);
  const cancelAll = () => inTransaction(owner.ctx(), (tx) => cancelSalesOf(tx, eventId, "사정"));
  expect([await cancelAll(), await cancelAll()]).toEqual([[id], []]);
  expect(await getEvent(createContext(), { eventId })).toMatchObject({ status: "ARCHIVED" });
  expect(await statusOf(id)).toBe("CLOSED");
});
