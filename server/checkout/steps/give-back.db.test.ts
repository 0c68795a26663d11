import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "#db/client.ts";
import { orders } from "#db/schema/orders.ts";
import { tickets } from "#db/schema/tickets.ts";
import { lockPaymentOfOrder } from "../../payments/store.ts";
import { onlyRow } from "../../platform/database/rows.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { systemContext } from "../../platform/operation/context.ts";
import { given } from "../../testing/given.ts";
import { expectEquationsHold } from "../../testing/invariants.ts";
import { voidTickets } from "../../tickets/steps/void-tickets.ts";
import { giveBack } from "./give-back.ts";

const ctx = systemContext("test");

it("shares an amount out among the tickets that are given back, to the won", async () => {
  const { id } = await given.saleOpen();
  const { orderId } = await given.paidOrder(await given.person(), id, 4);
  const ofOrder = () => db.select().from(tickets).where(eq(tickets.orderId, orderId)).orderBy(tickets.id);
  const ids = (await ofOrder()).slice(1).map((ticket) => ticket.id);
  await inTransaction(ctx, async (tx) => {
    const payment = await lockPaymentOfOrder(tx, orderId);
    const order = onlyRow(await tx.db.select().from(orders).where(eq(orders.id, orderId)));
    const { voided, left } = await voidTickets(tx, orderId, { ids, usedToo: false });
    expect(left).toBe(1);
    const given = [{ order, payment, tickets: voided, amountKrw: 100_001 }];
    await giveBack(tx, given, "tickets_returned_by_admin");
  });
  expect((await ofOrder()).map(({ refundedKrw }) => refundedKrw)).toEqual([null, 33_334, 33_334, 33_333]);
  await expectEquationsHold();
});
