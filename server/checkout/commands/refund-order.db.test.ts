import { eq } from "drizzle-orm";
import { afterEach, expect, it } from "vitest";
import { db } from "#db/client.ts";
import { sandboxPayments } from "#db/schema/payments.ts";
import { tickets } from "#db/schema/tickets.ts";
import { saleOf } from "../../catalog/queries.ts";
import { checkInTicket } from "../../doors/commands/check-in-ticket.ts";
import { askRefundAgain } from "../../payments/commands/ask-refund-again.ts";
import { refunds } from "../../payments/gateways/refunds.ts";
import { getPayment } from "../../payments/queries.ts";
import { createContext } from "../../platform/operation/context.ts";
import { reasonOf } from "../../testing/accounts.ts";
import { given, newKey } from "../../testing/given.ts";
import { expectEquationsHold } from "../../testing/invariants.ts";
import { deliver } from "../../testing/transmissions.ts";
import { myTickets } from "../../tickets/queries.ts";
import { getOrder } from "../queries.ts";
import { cancelOrder } from "./cancel-order.ts";
import { refundOrder } from "./refund-order.ts";

afterEach(expectEquationsHold);

const note = "asked on the phone";
const PRICE = 50_000;

async function givenOrder(quantity: number, price = PRICE) {
  const { id: eventSessionId } = await given.saleOpen({ stock: 10, startsInHours: 5, price });
  const [buyer, admin] = [await given.person(), await given.person("ADMIN")];
  const paid = await given.paidOrder(buyer, eventSessionId, quantity);
  const issued = await db.select().from(tickets).where(eq(tickets.orderId, paid.orderId)).orderBy(tickets.id);
  const ids = issued.map(({ id }) => id);
  return {
    ...{ ...paid, buyer, admin, ids, issued },
    refund: (ticketIds?: readonly (typeof ids)[number][], amount?: number, key = newKey()) =>
      refundOrder(admin.ctx(key), {
        ...{ id: paid.orderId, note, amount },
        ...(ticketIds && { ticketIds: [...ticketIds] }),
      }),
    order: () => getOrder(buyer.ctx(), { id: paid.orderId }),
    payment: () => getPayment(buyer.ctx(), { paymentId: paid.paymentId }),
    left: async () => (await saleOf(createContext(), eventSessionId)).remainingStock,
    statuses: async () => (await myTickets(buyer.ctx(), {})).map(({ status }) => status).sort(),
    book: async () =>
      (await db.select().from(sandboxPayments).where(eq(sandboxPayments.pgPaymentId, paid.pgPaymentId)))[0],
  };
}

const send = () => deliver(refunds, "payment-provider");

it("gives one ticket back: it is void and on sale again, the others stay valid, and its price is refunded", async () => {
  const { refund, ids, order, payment, left, buyer, book } = await givenOrder(3);
  const [, second = "ticket_none"] = ids;
  expect(await refund([second])).toMatchObject({
    status: "confirmed",
    refund: { state: "asked", amount: PRICE, ticketNumbers: [2], reason: "tickets_returned_by_admin" },
  });
  expect(await left()).toBe(8);
  await expectEquationsHold();
  await send();
  expect(await order()).toMatchObject({ status: "confirmed", refunds: [{ state: "done", amount: PRICE }] });
  expect(await payment()).toMatchObject({ status: "completed" });
  expect(await book()).toMatchObject({ status: "APPROVED", refundedKrw: PRICE });
  const mine = await myTickets(buyer.ctx(), {});
  expect(mine.find(({ id }) => id === second)).toMatchObject({
    ...{ status: "VOID", number: 2, count: 3, refund: { state: "done", amount: PRICE } },
  });
  expect(mine.filter(({ status, refund }) => status === "VALID" && refund === null)).toHaveLength(2);
});

it("admits no one with a ticket that was given back, and everyone with the others", async () => {
  const { refund, issued, admin } = await givenOrder(2);
  const [first, other] = issued;
  await refund([first?.id ?? "ticket_none"]);
  const scan = (qr = "") => checkInTicket(admin.ctx(), { qr, gate: "A" });
  expect(await scan(first?.qr)).toMatchObject({ accepted: false, status: "VOID" });
  expect(await scan(other?.qr)).toMatchObject({ accepted: true });
});

it("cancels the order with its last ticket, and the payment is refunded when all of it is back", async () => {
  const { refund, ids, order, payment, left } = await givenOrder(2);
  await refund(ids.slice(0, 1));
  await send();
  expect(await refund(ids.slice(1))).toMatchObject({ status: "cancelled", refund: { ticketNumbers: [2] } });
  await send();
  expect(await order()).toMatchObject({ status: "cancelled", endReason: "cancelled_by_admin" });
  expect(await payment()).toMatchObject({ status: "refunded" });
  expect(await left()).toBe(10);
});

it("keeps what an operator does not give back, and gives no more than the tickets cost", async () => {
  const { refund, ids, payment, book } = await givenOrder(2);
  const [first = "ticket_none"] = ids;
  expect(await reasonOf(refund([first], PRICE + 1))).toBe("refund_too_high");
  expect(await refund([first], 30_001)).toMatchObject({ refund: { amount: 30_001 } });
  expect(await reasonOf(refund(undefined, 2 * PRICE - 30_000))).toBe("refund_too_high");
  expect(await refund()).toMatchObject({
    status: "cancelled",
    refund: { amount: PRICE, ticketNumbers: [2] },
  });
  await send();
  expect(await payment()).toMatchObject({ status: "completed" });
  expect(await book()).toMatchObject({ refundedKrw: PRICE + 30_001 });
});

it("gives a ticket back once, in two tabs, by two people, and again with the same key", async () => {
  const { refund, ids, orderId, left, statuses, book } = await givenOrder(3);
  const [first = "ticket_none"] = ids;
  const other = await given.person("ADMIN");
  const theirs = () => refundOrder(other.ctx(newKey()), { id: orderId, note, ticketIds: [first] });
  const key = newKey();
  const answers = await Promise.all(
    [refund([first], undefined, key), refund([first]), theirs()].map(reasonOf),
  );
  expect(answers.filter((answer) => answer === "ticket_void")).toHaveLength(2);
  expect(await left()).toBe(8);
  expect(await statuses()).toEqual(["VALID", "VALID", "VOID"]);
  // A lost answer is asked for again under its key.
  expect(await reasonOf(refund([first], undefined, key))).toEqual(answers[0]);
  await send();
  await send();
  expect(await book()).toMatchObject({ refundedKrw: PRICE });
});

it("asks for every ticket's money once where some are given back while the buyer cancels the rest", async () => {
  const { refund, ids, orderId, buyer, left, book } = await givenOrder(3);
  const racing = [refund(ids.slice(0, 2)), cancelOrder(buyer.ctx(newKey()), { id: orderId })];
  await Promise.all(racing.map(reasonOf));
  await reasonOf(cancelOrder(buyer.ctx(newKey()), { id: orderId }));
  expect(await left()).toBe(10);
  await send();
  expect(await book()).toMatchObject({ refundedKrw: 3 * PRICE, status: "REFUNDED" });
});

it("gives the rest back to a buyer who cancels after a ticket was refunded", async () => {
  const { refund, ids, orderId, buyer, order, payment } = await givenOrder(3);
  await refund(ids.slice(0, 1));
  await cancelOrder(buyer.ctx(newKey()), { id: orderId });
  expect((await order()).refunds.map(({ amount }) => amount)).toEqual([PRICE, 2 * PRICE]);
  await send();
  expect(await payment()).toMatchObject({ status: "refunded" });
});

it("does not hold up one refund by another that is refused, which can be asked for again", async () => {
  const { refund, ids, pgPaymentId, order, admin, book } = await givenOrder(2);
  await db
    .update(sandboxPayments)
    .set({ refusesRefund: true })
    .where(eq(sandboxPayments.pgPaymentId, pgPaymentId));
  await db
    .insert(sandboxPayments)
    .values({ pgPaymentId, orderId: "order", amountKrw: 2 * PRICE, status: "APPROVED", refusesRefund: true })
    .onConflictDoNothing();
  const { refund: refused } = await refund(ids.slice(0, 1));
  await send();
  await refund(ids.slice(1));
  await send();
  expect((await order()).refunds.map(({ state }) => state)).toEqual(["refused", "done"]);
  await askRefundAgain(admin.ctx(newKey()), { refundId: refused?.id ?? "refund_none" });
  await send();
  expect(await book()).toMatchObject({ refundedKrw: 2 * PRICE });
  expect((await order()).payment.status).toBe("refunded");
});

it("gives free tickets back at once, since there is no money to wait for", async () => {
  const { refund, ids, order, payment, left } = await givenOrder(2, 0);
  expect(await refund(ids.slice(0, 1))).toMatchObject({ refund: { state: "done", amount: 0 } });
  expect(await order()).toMatchObject({ status: "confirmed" });
  expect(await payment()).toMatchObject({ status: "completed" });
  await expectEquationsHold();
  await refund();
  expect(await order()).toMatchObject({ status: "cancelled" });
  expect(await payment()).toMatchObject({ status: "refunded" });
  expect(await left()).toBe(10);
});

it("refuses tickets of other orders and orders that are not paid, and changes nothing", async () => {
  const { refund, ids, statuses } = await givenOrder(1);
  const other = await givenOrder(1);
  expect(await reasonOf(refund([...ids, ...other.ids]))).toBe("not_found");
  expect(await statuses()).toEqual(["VALID"]);
  const { id } = await given.saleOpen();
  const { orderId } = await given.checkout(other.buyer, id);
  const unpaid = refundOrder(other.admin.ctx(newKey()), { id: orderId, note, ticketIds: [...ids] });
  expect(await reasonOf(unpaid)).toBe("illegal_transition");
});
