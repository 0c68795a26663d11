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
import { returnTickets } from "./return-tickets.ts";

it("keeps the fee of each ticket that its buyer gives back, and refuses more than they cost", async () => {
  const { id } = await given.saleOpen();
  const { orderId } = await given.paidOrder(await given.person(), id, 3);
  const ofOrder = () => db.select().from(tickets).where(eq(tickets.orderId, orderId)).orderBy(tickets.id);
  const [first, second] = (await ofOrder()).map((ticket) => ticket.id);
  const ids = first && second ? [first, second] : [];
  const giveBack = (more: Pick<Parameters<typeof returnTickets>[1], "amountKrw" | "fees" | "by">) =>
    inTransaction(systemContext("test"), async (tx) => {
      const payment = await lockPaymentOfOrder(tx, orderId);
      const order = onlyRow(await tx.db.select().from(orders).where(eq(orders.id, orderId)));
      return returnTickets(tx, { order, payment, ids, ...more });
    });
  await expect(giveBack({ by: "admin", amountKrw: 100_001 })).rejects.toMatchObject({
    reason: "refund_too_high",
  });
  const fees = new Map(ids.map((ticketId, index) => [ticketId, index * 5000]));
  expect(await giveBack({ by: "buyer", fees })).toMatchObject({ state: "confirmed" });
  expect((await ofOrder()).map(({ refundedKrw }) => refundedKrw)).toEqual([50_000, 45_000, null]);
  await expectEquationsHold();
});
