import { eq } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { db } from "#db/client.ts";
import { tickets } from "#db/schema/tickets.ts";
import { updateEvent } from "#server/catalog/commands/update-event.ts";
import type { EventSessionId } from "#server/catalog/contract.ts";
import { saleOf } from "#server/catalog/queries.ts";
import { holdTickets } from "#server/checkout/commands/hold-tickets.ts";
import { createContext } from "#server/platform/operation/context.ts";
import { clock } from "#server/testing/clock.ts";
import { given, newKey } from "#server/testing/given.ts";
import { expectEquationsHold } from "#server/testing/invariants.ts";
import { checkInTicket } from "../../doors/commands/check-in-ticket.ts";
import { getPurchase } from "../queries.ts";
import { cancelOrder } from "./cancel-order.ts";
import { checkOut } from "./check-out.ts";

afterEach(expectEquationsHold);

describe("cancelling", () => {
  it("voids the tickets, refunds and puts the stock back, once, however often it is asked at once", async () => {
    const { id } = await given.saleOpen({ stock: 10 });
    const buyer = await given.person();
    const { orderId } = await given.paidOrder(buyer, id, 2);
    const answers = await Promise.all([1, 2, 3].map(() => cancelOrder(buyer.ctx(newKey()), { id: orderId })));
    expect(answers.every(({ status }) => status === "cancelled")).toBe(true);
    expect((await saleOf(createContext(), id)).remainingStock).toBe(10);
    const issued = await db.select().from(tickets).where(eq(tickets.orderId, orderId));
    expect(issued.map(({ status }) => status)).toEqual(["VOID", "VOID"]);
  });

  it("frees the buyer's share, so that they may buy again", async () => {
    const { id } = await given.saleOpen({ stock: 10, maxPerUser: 2 });
    const buyer = await given.person();
    const { orderId } = await given.paidOrder(buyer, id, 2);
    await expect(given.hold(buyer, id, 1)).rejects.toMatchObject({ reason: "ticket_limit_exceeded" });
    await cancelOrder(buyer.ctx(newKey()), { id: orderId });
    await expect(given.hold(buyer, id, 2)).resolves.toMatchObject({ status: "ACTIVE" });
  });

  it("is over at the cancel deadline", async () => {
    const { id } = await given.saleOpen({ startsInHours: 25 });
    const buyer = await given.person();
    const { orderId } = await given.paidOrder(buyer, id);
    await clock.move(3601);
    await expect(cancelOrder(buyer.ctx(newKey()), { id: orderId })).rejects.toMatchObject({
      reason: "cancel_deadline_passed",
    });
  });

  it("is refused once a ticket was used, and changes nothing", async () => {
    const { id } = await given.saleOpen({ startsInHours: 5 });
    const buyer = await given.person();
    const { orderId } = await given.paidOrder(buyer, id, 2);
    const [first] = await db.select().from(tickets).where(eq(tickets.orderId, orderId));
    const door = (await given.person("ADMIN")).ctx();
    const scan = (gate: string) => checkInTicket(door, { qr: first?.qr ?? "", gate });
    expect(await scan("A")).toMatchObject({ accepted: true, usedWhere: "A" });
    expect(await scan("B")).toMatchObject({ accepted: false, status: "USED", usedWhere: "A" });
    await expect(cancelOrder(buyer.ctx(newKey()), { id: orderId })).rejects.toMatchObject({
      reason: "ticket_used",
    });
    const issued = await db.select().from(tickets).where(eq(tickets.orderId, orderId));
    expect(issued.map(({ status }) => status).sort()).toEqual(["USED", "VALID"]);
  });

  it("is possible for an admin all the same, after a ticket was used by mistake", async () => {
    const { id } = await given.saleOpen({ startsInHours: 5 });
    const buyer = await given.person();
    const { orderId } = await given.paidOrder(buyer, id, 2);
    const [first] = await db.select().from(tickets).where(eq(tickets.orderId, orderId));
    const admin = await given.person("ADMIN");
    await checkInTicket(admin.ctx(), { qr: first?.qr ?? "", gate: "A" });
    await cancelOrder(admin.ctx(newKey()), { id: orderId });
    const issued = await db.select().from(tickets).where(eq(tickets.orderId, orderId));
    expect(issued.map(({ status }) => status)).toEqual(["VOID", "VOID"]);
  });

  it("is not made impossible by a door that opens days before", async () => {
    const { id } = await given.saleOpen({ startsInHours: 72 });
    const buyer = await given.person();
    const { orderId } = await given.paidOrder(buyer, id);
    const [ticket] = await db.select().from(tickets).where(eq(tickets.orderId, orderId));
    const door = (await given.person("ADMIN")).ctx();
    const scan = () => checkInTicket(door, { qr: ticket?.qr ?? "", gate: "A" });
    await expect(scan()).rejects.toMatchObject({ reason: "doors_not_open" });
    await clock.move(85 * 3600);
    await expect(scan()).rejects.toMatchObject({ reason: "event_over" });
  });

  it("of an unpaid order is an illegal transition, and another's order does not exist", async () => {
    const { id } = await given.saleOpen();
    const [buyer, stranger] = await given.two();
    const { orderId } = await given.checkout(buyer, id);
    await expect(cancelOrder(buyer.ctx(newKey()), { id: orderId })).rejects.toMatchObject({
      reason: "illegal_transition",
      params: { from: "processing", to: "cancelled" },
    });
    await expect(cancelOrder(stranger.ctx(newKey()), { id: orderId })).rejects.toMatchObject({ status: 404 });
  });
});

describe("a checkout", () => {
  it("from two tabs at once is one order and one payment", async () => {
    const { id } = await given.saleOpen();
    const buyer = await given.person();
    const { holdId } = await given.hold(buyer, id, 2);
    const tabs = await Promise.all(
      [1, 2].map(() => checkOut(buyer.ctx(newKey()), { holdId, method: "CARD" })),
    );
    expect(tabs[0]).toEqual(tabs[1]);
  });

  it("gives the hold five minutes, once", async () => {
    const { id } = await given.saleOpen();
    const buyer = await given.person();
    const { holdId } = await given.checkout(buyer, id);
    await clock.move(200);
    await checkOut(buyer.ctx(newKey()), { holdId, method: "CARD" });
    await clock.move(101);
    await expect(checkOut(buyer.ctx(newKey()), { holdId, method: "CARD" })).rejects.toMatchObject({
      reason: "hold_ended",
    });
  });

  it("needs a hold that lives and is the caller's", async () => {
    const { id } = await given.saleOpen();
    const [buyer, stranger] = await given.two();
    const { holdId } = await given.hold(buyer, id);
    await expect(checkOut(stranger.ctx(newKey()), { holdId, method: "CARD" })).rejects.toMatchObject({
      status: 404,
    });
    await clock.move(121);
    await expect(checkOut(buyer.ctx(newKey()), { holdId, method: "CARD" })).rejects.toMatchObject({
      reason: "hold_ended",
      params: { ending: "expired" },
    });
  });
});

describe("an event that was taken off sale", () => {
  const withdraw = async (id: EventSessionId) =>
    updateEvent((await given.person("ADMIN")).ctx(), {
      eventId: (await saleOf(createContext(), id)).eventId,
      status: "ARCHIVED",
    });

  it("sells nothing more to who holds, gives the hold back and says why", async () => {
    const { id } = await given.saleOpen({ stock: 3 });
    const [buyer, next] = await given.two();
    const queueToken = await given.admitted(next, id);
    const { holdId } = await given.hold(buyer, id, 2);
    await withdraw(id);
    const pay = () => checkOut(buyer.ctx(newKey()), { holdId, method: "CARD" });
    await expect(pay()).rejects.toMatchObject({ reason: "event_withdrawn" });
    expect(await getPurchase(buyer.ctx(), { holdId })).toMatchObject({
      standing: "withdrawn",
      orderId: null,
    });
    expect((await saleOf(createContext(), id)).remainingStock).toBe(3);
    await expect(
      holdTickets(next.ctx(newKey()), { sessionId: id, quantity: 1, queueToken }),
    ).rejects.toMatchObject({ reason: "event_withdrawn" });
    await expect(given.admitted(buyer, id)).rejects.toMatchObject({ reason: "event_withdrawn" });
  });

  it("completes a payment that was under way", async () => {
    const { id } = await given.saleOpen();
    const buyer = await given.person();
    const { orderId, pgPaymentId } = await given.checkout(buyer, id);
    await withdraw(id);
    await given.callback(pgPaymentId, "SUCCESS");
    const issued = await db.select().from(tickets).where(eq(tickets.orderId, orderId));
    expect(issued.map(({ status }) => status)).toEqual(["VALID"]);
  });
});
