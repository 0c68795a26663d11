import { expect, it } from "vitest";
import { inTransaction } from "../../platform/database/transaction.ts";
import { systemContext } from "../../platform/operation/context.ts";
import { newId } from "../../platform/values/ids.ts";
import { given } from "../../testing/given.ts";
import { updateEventSession } from "../commands/update-event-session.ts";
import type { EventSessionId } from "../contract.ts";
import { lockSale } from "./lock-sale.ts";
import { moveStock } from "./move-stock.ts";

const ctx = systemContext("test");
const lock = (id: EventSessionId) => inTransaction(ctx, (tx) => lockSale(tx, id));

it("says why nothing may be taken now, and nothing where it may", async () => {
  const { id } = await given.saleOpen({ stock: 3 });
  expect(await lock(id)).toMatchObject({ id, remaining: 3, refusal: null });
  const admin = await given.person("ADMIN");
  await updateEventSession(admin.ctx(), { id, status: "CLOSED" });
  expect(await lock(id)).toMatchObject({ refusal: { reason: "sales_paused" } });
  await expect(lock(newId("event_session"))).rejects.toMatchObject({ reason: "not_found" });
});

it("keeps the stock as it was read until its transaction ends", async () => {
  const { id } = await given.saleOpen({ stock: 3 });
  const order: string[] = [];
  let moving: Promise<void> = Promise.resolve();
  await inTransaction(ctx, async (tx) => {
    await lockSale(tx, id);
    const move = { eventSessionId: id, move: "hold", quantity: 1, reason: "test" } as const;
    moving = inTransaction(ctx, async (other) => {
      await moveStock(other, move);
      order.push("moved");
    });
    expect(await lockSale(tx, id)).toMatchObject({ remaining: 3 });
    order.push("read");
  });
  await moving;
  expect(order).toEqual(["read", "moved"]);
});
