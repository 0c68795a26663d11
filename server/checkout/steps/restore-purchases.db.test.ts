import { eq } from "drizzle-orm";
import { afterEach, expect, it } from "vitest";
import { db } from "#db/client.ts";
import { orders } from "#db/schema/orders.ts";
import { payments, refunds } from "#db/schema/payments.ts";
import { tickets } from "#db/schema/tickets.ts";
import { updateEvent } from "../../catalog/commands/update-event.ts";
import { updateEventSession } from "../../catalog/commands/update-event-session.ts";
import type { EventSessionView } from "../../catalog/contract.ts";
import { saleOf } from "../../catalog/queries.ts";
import { releaseHold } from "../../holds/commands/release-hold.ts";
import type { RefundReason } from "../../payments/contract.ts";
import { askRefunds } from "../../payments/steps/ask-refunds.ts";
import { onlyRow } from "../../platform/database/rows.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { systemContext } from "../../platform/operation/context.ts";
import { clock } from "../../testing/clock.ts";
import { given, newKey, type Person } from "../../testing/given.ts";
import { expectEquationsHold } from "../../testing/invariants.ts";
import { isSomeoneWaiting } from "../../testing/locks.ts";
import { until } from "../../testing/until.ts";
import { holdTickets } from "../commands/hold-tickets.ts";
import { getOrder } from "../queries.ts";
import { restoreOrRefund } from "./restore-purchases.ts";

afterEach(expectEquationsHold);
const ctx = systemContext("payments.settle");

async function givenGivenBack(quantity: number, sale: Parameters<typeof given.checkout>[1]) {
  const buyer = await given.person();
  const { holdId, orderId } = await given.checkout(buyer, sale, quantity);
  await releaseHold(buyer.ctx(), { holdId });
  const payment = onlyRow(await db.select().from(payments).where(eq(payments.orderId, orderId)));
  const order = onlyRow(await db.select().from(orders).where(eq(orders.id, orderId)));
  return { buyer, payment, order, by: ctx };
}

const admin = async () => (await given.person("ADMIN")).ctx();

it.each<[string, RefundReason, (sale: EventSessionView, buyer: Person) => Promise<unknown>]>([
  [
    "its event was archived",
    "withdrawn_after_payment",
    async ({ id }) => {
      const { eventId } = await saleOf(ctx, id);
      await updateEvent(await admin(), { eventId, status: "ARCHIVED" });
    },
  ],
  [
    "its event session was closed",
    "sales_ended_after_payment",
    async ({ id }) => updateEventSession(await admin(), { id, status: "CLOSED" }),
  ],
  ["sales were over", "sales_ended_after_payment", () => clock.move(73 * 3600)],
  [
    "the buyer had bought as many again",
    "limit_reached_after_payment",
    ({ id }, buyer) => given.paidOrder(buyer, id, 4),
  ],
  [
    "the tickets had gone to others",
    "sold_out_after_payment",
    async ({ id }) => given.hold(await given.person(), id, 4),
  ],
])("late money goes back when %s, and its buyer reads why", async (_, reason, happens) => {
  const sale = await given.saleOpen({ stock: reason === "limit_reached_after_payment" ? 8 : 4 });
  const buyer = await given.person();
  const { holdId, orderId, pgPaymentId } = await given.checkout(buyer, sale.id, 4);
  await releaseHold(buyer.ctx(), { holdId });
  await happens(sale, buyer);
  expect(await given.callback(pgPaymentId, "SUCCESS")).toEqual({ outcome: "refund_asked" });
  expect(await getOrder(buyer.ctx(), { id: orderId })).toMatchObject({
    ...{ status: "failed", replacedById: null, payment: { status: "completed" } },
    refund: { state: "asked", reason },
  });
  expect(await db.$count(tickets, eq(tickets.orderId, orderId))).toBe(0);
});

it("money for an archived event that comes after the hold's time goes back though the hold was not freed yet", async () => {
  const { id } = await given.saleOpen({ stock: 2 });
  const buyer = await given.person();
  const { orderId, pgPaymentId } = await given.checkout(buyer, id, 2);
  const { eventId } = await saleOf(ctx, id);
  await updateEvent(await admin(), { eventId, status: "ARCHIVED" });
  await clock.move(301);
  expect(await given.callback(pgPaymentId, "SUCCESS")).toEqual({ outcome: "refund_asked" });
  expect(await getOrder(buyer.ctx(), { id: orderId })).toMatchObject({
    ...{ status: "failed", endReason: "hold_expired" },
    refund: { state: "asked", reason: "withdrawn_after_payment" },
  });
  expect((await saleOf(ctx, id)).remainingStock).toBe(2);
});

it("gives late money its tickets while there are some, one after another, and asks for the rest back, once", async () => {
  const { id } = await given.saleOpen({ stock: 3 });
  const [first, second] = [await givenGivenBack(2, id), await givenGivenBack(2, id)];
  const restored = await inTransaction(ctx, (tx) => restoreOrRefund(tx, [first, second]));
  expect([...restored]).toEqual([first]);
  const asked = () => db.select().from(refunds).where(eq(refunds.paymentId, second.payment.id));
  expect(await asked()).toMatchObject([{ state: "asked", amountKrw: second.payment.amountKrw }]);
  await inTransaction(ctx, (tx) => askRefunds(tx, [second.payment], "sold_out_after_payment"));
  expect(await asked()).toHaveLength(1);
});

it("a hold that waits for the sale while late money buys its buyer's maximum is refused: shares are read after the lock", async () => {
  const { id } = await given.saleOpen({ stock: 8, maxPerUser: 4 });
  const { buyer, ...purchase } = await givenGivenBack(4, id);
  const queueToken = await given.admitted(buyer, id);
  const waiting = await inTransaction(ctx, async (tx) => {
    expect(await restoreOrRefund(tx, [purchase])).toEqual(new Set([purchase]));
    const hold = holdTickets(buyer.ctx(newKey()), { sessionId: id, quantity: 1, queueToken });
    await until(isSomeoneWaiting);
    return { refused: expect(hold).rejects.toMatchObject({ reason: "ticket_limit_exceeded" }) };
  });
  await waiting.refused;
});
