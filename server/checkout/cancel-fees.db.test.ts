import { eq } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { db } from "#db/client.ts";
import { refunds } from "#db/schema/payments.ts";
import { tickets } from "#db/schema/tickets.ts";
import { updateEvent } from "../catalog/commands/update-event.ts";
import { updateEventSession } from "../catalog/commands/update-event-session.ts";
import type { EventSessionView } from "../catalog/contract.ts";
import { saleOf } from "../catalog/queries.ts";
import { checkInTicket } from "../doors/commands/check-in-ticket.ts";
import type { OrderId } from "../orders/contract.ts";
import { refunds as refundsAt } from "../payments/gateways/refunds.ts";
import { createContext } from "../platform/operation/context.ts";
import { NO_FEES, USUAL_FEES } from "../terms/values.ts";
import { clock } from "../testing/clock.ts";
import { given, givenAddress, newKey, type Person } from "../testing/given.ts";
import { expectEquationsHold } from "../testing/invariants.ts";
import { deliver } from "../testing/transmissions.ts";
import { cancelOrder } from "./commands/cancel-order.ts";
import { refundOrder } from "./commands/refund-order.ts";
import { getOrder, getPurchase } from "./queries.ts";

afterEach(async () => {
  // The clock goes on by weeks, and no refund waits for so long.
  await deliver(refundsAt, "payment-provider");
  await expectEquationsHold();
});

const DAY = 86_400;

/** Thirty days ahead, with the usual fees. Two days after booking nothing is kept, in Korea's calendar too. */
const usualSale = (options: Parameters<typeof given.saleOpen>[0] = {}): Promise<EventSessionView> =>
  given.saleOpen({
    ...{ startsInHours: 30 * 24, cancelUntilHours: 29 * 24, price: 110_000 },
    terms: { cancelFees: USUAL_FEES },
    ...options,
  });

const quoteOf = async (buyer: Person, id: OrderId) => (await getOrder(buyer.ctx(), { id })).cancelQuote;
const refundsOf = async (buyer: Person, id: OrderId) => (await getOrder(buyer.ctx(), { id })).refunds;
const ticketsOf = (id: OrderId) =>
  db.select().from(tickets).where(eq(tickets.orderId, id)).orderBy(tickets.id);

describe("giving tickets back late", () => {
  it("keeps the fee that the buyer was shown and confirmed, and nothing without that", async () => {
    const { id } = await usualSale();
    const buyer = await given.person();
    const { orderId } = await given.paidOrder(buyer, id, 2);
    await clock.move(25 * DAY);
    const quote = await quoteOf(buyer, orderId);
    expect(quote?.tickets.map(({ number, price, fee }) => [number, price, fee])).toEqual([
      [1, 110_000, 22_000],
      [2, 110_000, 22_000],
    ]);
    const cancel = (refund?: number) => cancelOrder(buyer.ctx(newKey()), { id: orderId, refund });
    const changed = { reason: "cancel_fee_changed", params: { refund: 176_000, fee: 44_000 } };
    await expect(cancel()).rejects.toMatchObject(changed);
    await expect(cancel(220_000), "who asks for a smaller fee").rejects.toMatchObject(changed);
    expect((await ticketsOf(orderId)).map(({ status }) => status)).toEqual(["VALID", "VALID"]);
    expect(await cancel(176_000)).toMatchObject({ status: "cancelled" });
    expect(await refundsOf(buyer, orderId)).toMatchObject([{ amount: 176_000, cancelFee: 44_000 }]);
    expect((await ticketsOf(orderId)).map(({ refundedKrw }) => refundedKrw)).toEqual([88_000, 88_000]);
    expect((await saleOf(createContext(), id)).remainingStock).toBe(10);
  });

  it("is refused with the new amount where a dearer step began after the buyer was shown the old one", async () => {
    const { id } = await usualSale();
    const buyer = await given.person();
    const { orderId } = await given.paidOrder(buyer, id);
    await clock.move(21 * DAY);
    const shown = await quoteOf(buyer, orderId);
    const refund = 110_000 - (shown?.tickets[0]?.fee ?? 0);
    await clock.move(4 * DAY);
    await expect(cancelOrder(buyer.ctx(newKey()), { id: orderId, refund })).rejects.toMatchObject({
      reason: "cancel_fee_changed",
    });
  });

  it("takes single tickets, each with its own fee, and cancels the order with the last of them", async () => {
    const { id, ids } = await given.seatsOpen([50_000, 120_000, 30_000], {
      ...{ startsInHours: 30 * 24, cancelUntilHours: 29 * 24 },
      terms: { cancelFees: USUAL_FEES },
    });
    const buyer = await given.person();
    const { orderId } = await given.paidOrder(buyer, id, ids);
    await clock.move(10 * DAY);
    const [first, second, third] = (await quoteOf(buyer, orderId))?.tickets ?? [];
    const feeOf = new Map([first, second, third].map((ticket) => [ticket?.price, ticket?.fee]));
    expect(feeOf).toEqual(
      new Map([
        [50_000, 4000],
        [120_000, 4000],
        [30_000, 3000],
      ]),
    );
    const back = (...chosen: (typeof first)[]) =>
      cancelOrder(buyer.ctx(newKey()), {
        id: orderId,
        ticketIds: chosen.flatMap((ticket) => (ticket ? [ticket.id] : [])),
        refund: chosen.reduce((sum, ticket) => sum + (ticket ? ticket.price - ticket.fee : 0), 0),
      });
    expect(await back(first, third)).toMatchObject({ status: "confirmed" });
    await expect(back(first)).rejects.toMatchObject({ reason: "ticket_void" });
    expect((await quoteOf(buyer, orderId))?.tickets.map(({ number }) => number)).toEqual([second?.number]);
    expect(await back(second)).toMatchObject({ status: "cancelled" });
    const kept = await db.select().from(refunds).where(eq(refunds.reason, "cancelled_by_buyer"));
    const ofOrder = (await refundsOf(buyer, orderId)).map(({ id }) => id as string);
    expect(
      kept.filter(({ id }) => ofOrder.includes(id)).reduce((sum, { cancelFeeKrw }) => sum + cancelFeeKrw, 0),
    ).toBe(11_000);
  });

  it("ends with the deadline by the server's clock, whatever the buyer's says", async () => {
    const { id } = await usualSale();
    const buyer = await given.person();
    const { orderId } = await given.paidOrder(buyer, id);
    await clock.move(28 * DAY);
    const refund = 110_000 - ((await quoteOf(buyer, orderId))?.tickets[0]?.fee ?? 0);
    await clock.move(DAY + 1);
    await expect(cancelOrder(buyer.ctx(newKey()), { id: orderId, refund })).rejects.toMatchObject({
      reason: "cancel_deadline_passed",
    });
    expect(await quoteOf(buyer, orderId)).toBeNull();
  });

  it("does not take a ticket that was used, but the other one", async () => {
    const { id } = await given.saleOpen({ startsInHours: 5 });
    const buyer = await given.person();
    const { orderId } = await given.paidOrder(buyer, id, 2);
    const [used, unused] = await ticketsOf(orderId);
    await checkInTicket((await given.person("ADMIN")).ctx(), { qr: used?.qr ?? "", gate: "A" });
    expect((await quoteOf(buyer, orderId))?.tickets.map(({ id }) => id)).toEqual([unused?.id]);
    const back = (ticketIds: (typeof used)[]) =>
      cancelOrder(buyer.ctx(newKey()), {
        id: orderId,
        ticketIds: ticketIds.flatMap((t) => (t ? [t.id] : [])),
      });
    await expect(back([used, unused])).rejects.toMatchObject({ reason: "ticket_used" });
    expect(await back([unused])).toMatchObject({ status: "confirmed" });
  });

  it("of another's order, or of another order's ticket, does not exist", async () => {
    const { id } = await usualSale();
    const [buyer, other] = await given.two();
    const [own, foreign] = [await given.paidOrder(buyer, id), await given.paidOrder(other, id)];
    const [ticket] = await ticketsOf(foreign.orderId);
    const back = (person: Person, orderId: OrderId) =>
      cancelOrder(person.ctx(newKey()), { id: orderId, ticketIds: ticket ? [ticket.id] : [] });
    await expect(back(buyer, own.orderId)).rejects.toMatchObject({ status: 404 });
    await expect(back(buyer, foreign.orderId)).rejects.toMatchObject({ status: 404 });
  });

  it("once, however often it is asked at once", async () => {
    const { id } = await usualSale();
    const buyer = await given.person();
    const { orderId } = await given.paidOrder(buyer, id, 2);
    const [ticket] = await ticketsOf(orderId);
    const back = () =>
      cancelOrder(buyer.ctx(newKey()), { id: orderId, ticketIds: ticket ? [ticket.id] : [] });
    const answers = await Promise.allSettled([back(), back(), back()]);
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await refundsOf(buyer, orderId)).toHaveLength(1);
  });
});

describe("without a fee", () => {
  it("a ticket goes back on the day of booking, within seven days, and after another title", async () => {
    const owner = await given.person("ADMIN");
    const { id } = await usualSale({ by: owner });
    const buyer = await given.person();
    const { orderId: soon } = await given.paidOrder(buyer, id);
    const { orderId: late } = await given.paidOrder(buyer, id);
    await clock.move(6 * DAY);
    expect(await cancelOrder(buyer.ctx(newKey()), { id: soon })).toMatchObject({
      status: "cancelled",
    });
    await clock.move(19 * DAY);
    expect((await quoteOf(buyer, late))?.tickets[0]?.fee).toBe(22_000);
    const { eventId } = await saleOf(createContext(), id);
    await updateEvent(owner.ctx(), { eventId, title: "봄 콘서트" });
    expect(await quoteOf(buyer, late)).toMatchObject({ isChanged: true, tickets: [{ fee: 0 }] });
    expect(await cancelOrder(buyer.ctx(newKey()), { id: late })).toMatchObject({
      status: "cancelled",
    });
  });

  it("an operator gives tickets back late, as far as they waive it", async () => {
    const { id } = await usualSale();
    const buyer = await given.person();
    const { orderId } = await given.paidOrder(buyer, id, 2);
    await clock.move(25 * DAY);
    const [first] = await ticketsOf(orderId);
    const operator = await given.person("ADMIN");
    const about = { id: orderId, note: "관람 불가 사유 확인" };
    await refundOrder(operator.ctx(newKey()), {
      ...about,
      ticketIds: first ? [first.id] : [],
      amount: 100_000,
    });
    await refundOrder(operator.ctx(newKey()), about);
    expect(await refundsOf(buyer, orderId)).toMatchObject([
      { amount: 100_000, cancelFee: 0 },
      { amount: 110_000, cancelFee: 0 },
    ]);
  });
});

it("a parcel's fee goes back with the last ticket, before it left", async () => {
  const { id } = await given.saleOpen({ paper: true });
  const buyer = await given.person();
  const { orderId } = await given.paidOrder(buyer, id, 2, givenAddress);
  const [first, second] = await ticketsOf(orderId);
  const back = (ticket: typeof first, refund: number) =>
    cancelOrder(buyer.ctx(newKey()), { id: orderId, ticketIds: ticket ? [ticket.id] : [], refund });
  await back(first, 50_000);
  expect(await back(second, 53_000)).toMatchObject({ status: "cancelled" });
});

it("the fees are what was agreed to: they change until sales open or someone has tickets, and no more", async () => {
  const owner = await given.person("ADMIN");
  const { id } = await usualSale({ by: owner, salesOpenInHours: 1 });
  const change = (cancelFees: typeof NO_FEES) =>
    updateEventSession(owner.ctx(), { id, terms: { cancelFees } });
  expect((await change(NO_FEES)).terms.cancelFees).toEqual(NO_FEES);
  await clock.move(3601);
  await expect(change(USUAL_FEES)).rejects.toMatchObject({ reason: "price_fixed" });
  await expect(change(NO_FEES)).resolves.toBeDefined();
});

it("what a ticket costs to give back is told before it is paid, from its checkout too", async () => {
  const { id, terms } = await usualSale();
  expect(terms.feesIfBookedNow.map(({ krw, percent }) => [krw, percent])).toEqual([
    ...[
      [null, 0],
      [4000, 10],
      [null, 10],
      [null, 20],
      [null, 30],
    ],
  ]);
  const buyer = await given.person();
  const { holdId } = await given.hold(buyer, id);
  expect((await getPurchase(buyer.ctx(), { holdId })).feesUntil).toEqual(terms.feesIfBookedNow);
});
