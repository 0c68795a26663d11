import { and, eq } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { db } from "#db/client.ts";
import { orders } from "#db/schema/orders.ts";
import { refunds } from "#db/schema/payments.ts";
import { auditLog } from "#db/schema/platform.ts";
import { transmissions } from "#db/schema/transmissions.ts";
import { updateEventSession } from "../catalog/commands/update-event-session.ts";
import { getEventSession, listManagedEvents } from "../catalog/queries.ts";
import { eventIdOf } from "../catalog/sales.store.ts";
import { checkOut } from "../checkout/commands/check-out.ts";
import { refundOrder } from "../checkout/commands/refund-order.ts";
import { getOrder, getPurchase } from "../checkout/queries.ts";
import { checkInTicket } from "../doors/commands/check-in-ticket.ts";
import { createApp } from "../http/app.ts";
import { sendNotifications } from "../notifications/commands/send-notifications.ts";
import { Told } from "../notifications/contract.ts";
import { myNotifications } from "../notifications/queries.ts";
import { createContext, systemContext } from "../platform/operation/context.ts";
import { newId } from "../platform/values/ids.ts";
import { clients } from "../testing/clients.ts";
import { clock } from "../testing/clock.ts";
import { given, newKey, type Person } from "../testing/given.ts";
import { expectEquationsHold } from "../testing/invariants.ts";
import { ownerDb } from "../testing/owner.ts";
import { myTickets } from "../tickets/queries.ts";
import { cancelEvent } from "./commands/cancel-event.ts";
import { cancelEventSession } from "./commands/cancel-event-session.ts";
import { refundOrders } from "./jobs/refund-orders.ts";
import { listCancellations } from "./queries.ts";

const job = () => refundOrders(systemContext("cancellations.refund"));
const reason = "출연자 사정\n다시 찾아뵐게요.";

afterEach(expectEquationsHold);

async function givenSold(by?: Person) {
  const sale = await given.saleOpen(by ? { by } : {});
  const buyer = await given.person();
  const { orderId } = await given.paidOrder(buyer, sale.id, 2);
  const eventId = await eventIdOf(createContext(), sale.id);
  return { sale, buyer, orderId, eventId };
}

describe("a cancelled event session", () => {
  it("sells nothing more, and its orders are cancelled and refunded once, however many runs there are", async () => {
    const { sale, buyer, orderId, eventId } = await givenSold();
    const admin = await given.person("ADMIN");
    expect(await cancelEventSession(admin.ctx(), { id: sale.id, reason })).toEqual({
      eventSessionIds: [sale.id],
    });
    expect(await cancelEventSession(admin.ctx(), { id: sale.id, reason })).toEqual({ eventSessionIds: [] });
    await expect(given.hold(await given.person(), sale.id)).rejects.toMatchObject({
      reason: "session_cancelled",
    });
    expect(await listCancellations(admin.ctx(), { eventId })).toMatchObject([
      { reason, ordersLeft: 1, ordersCancelled: 0, toRefundKrw: 100_000, doneAt: null },
    ]);
    const runs = await Promise.all([job(), job(), job()]);
    expect(runs.reduce((sum, { cancelled }) => sum + cancelled, 0)).toBe(1);
    expect(await getOrder(buyer.ctx(), { id: orderId })).toMatchObject({
      ...{ status: "cancelled", endReason: "event_cancelled" },
      refund: { state: "asked", reason: "event_cancelled", amount: 100_000 },
      sessionCancellation: { reason },
    });
    expect((await myTickets(buyer.ctx(), {})).map(({ status }) => status)).toEqual(["VOID", "VOID"]);
    expect(await listCancellations(admin.ctx(), { eventId })).toMatchObject([
      { ordersLeft: 0, ordersCancelled: 1, refunds: { asked: 1, done: 0, refused: 0 } },
    ]);
    const [done] = await listCancellations(admin.ctx(), { eventId });
    expect(done?.doneAt).not.toBeNull();
    await expect(updateEventSession(admin.ctx(), { id: sale.id, status: "OPEN" })).rejects.toMatchObject({
      reason: "session_cancelled",
    });
  });

  it("gives back what is left where single tickets were refunded before", async () => {
    const { sale, buyer, orderId, eventId } = await givenSold();
    const admin = await given.person("ADMIN");
    const [first] = await myTickets(buyer.ctx(), {});
    await refundOrder(admin.ctx(newKey()), { id: orderId, ticketIds: [first?.id ?? ""], note: "한 장" });
    await cancelEventSession(admin.ctx(), { id: sale.id, reason });
    const progress = async () => (await listCancellations(admin.ctx(), { eventId }))[0];
    expect(await progress()).toMatchObject({ ordersLeft: 1, toRefundKrw: 50_000 });
    await job();
    expect(await progress()).toMatchObject({
      ...{ ordersLeft: 0, ordersCancelled: 1, toRefundKrw: 50_000, refundedKrw: 0 },
      refunds: { asked: 1, done: 0, refused: 0 },
    });
    const { refunds: asked } = await getOrder(buyer.ctx(), { id: orderId });
    expect(asked.map(({ amount, reason: why }) => [amount, why])).toEqual([
      [50_000, "tickets_returned_by_admin"],
      [50_000, "event_cancelled"],
    ]);
  });

  it("refunds all others where one order cannot be cancelled, and that one once it can", async () => {
    const { sale, orderId, eventId } = await givenSold();
    const stuck = await given.paidOrder(await given.person(), sale.id, 1);
    const others = await Promise.all((await given.two()).map((buyer) => given.paidOrder(buyer, sale.id, 1)));
    const admin = await given.person("ADMIN");
    // More than it may be was given back of its payment, by a hand in the database.
    const wrong = { id: newId("refund"), paymentId: stuck.paymentId, amountKrw: 1, reason: "by hand" };
    await ownerDb.insert(refunds).values(wrong);
    await cancelEventSession(admin.ctx(), { id: sale.id, reason });
    await expect(job()).rejects.toThrow("1 orders could not be cancelled");
    const states = await db
      .select({ id: orders.id, state: orders.state })
      .from(orders)
      .where(eq(orders.eventSessionId, sale.id));
    const left = states.filter(({ state }) => state !== "cancelled").map(({ id }) => id);
    expect([left, states.length]).toEqual([[stuck.orderId], others.length + 2]);
    expect((await listCancellations(admin.ctx(), { eventId }))[0]).toMatchObject({
      doneAt: null,
      ordersLeft: 1,
    });
    await ownerDb.delete(refunds).where(eq(refunds.id, wrong.id));
    expect(await job()).toEqual({ cancelled: 1, done: 1 });
    expect(left).not.toContain(orderId);
  });

  it("refunds those who were paying at that moment, and is done only after them", async () => {
    const { sale, eventId } = await givenSold();
    const [admin, paying, late] = [await given.person("ADMIN"), ...(await given.two())];
    const checkout = await given.checkout(paying, sale.id);
    await given.hold(late, sale.id);
    await cancelEventSession(admin.ctx(), { id: sale.id, reason });
    expect(await job()).toEqual({ cancelled: 1, done: 0 });
    await given.callback(checkout.pgPaymentId, "SUCCESS");
    expect(await job()).toEqual({ cancelled: 1, done: 0 });
    expect(await getOrder(paying.ctx(), { id: checkout.orderId })).toMatchObject({
      endReason: "event_cancelled",
    });
    const [before] = await listCancellations(admin.ctx(), { eventId });
    expect(before).toMatchObject({ doneAt: null, ordersLeft: 0 });
  });

  it("is told with its reason to everyone who has tickets of it, and to no other, before or after the refunds", async () => {
    const { sale, buyer } = await givenSold();
    const other = await givenSold();
    const admin = await given.person("ADMIN");
    await cancelEventSession(admin.ctx(), { id: sale.id, reason: "<b>출연자</b> 사정" });
    await job();
    const [row] = await db
      .select()
      .from(transmissions)
      .where(and(eq(transmissions.aggregateId, sale.id), eq(transmissions.type, "event-sessions.cancelled")));
    const event = Told.parse({ name: row?.type, data: JSON.parse(row?.payload ?? "{}") });
    const send = () => sendNotifications(systemContext("test"), { eventId: row?.id ?? "", event });
    expect([await send(), await send()]).toEqual([{ sent: 1 }, { sent: 0 }]);
    expect((await myNotifications(buyer.ctx(), {})).items).toMatchObject([
      { kind: "event.cancelled", params: { reason: "<b>출연자</b> 사정" } },
    ]);
    expect((await myNotifications(other.buyer.ctx(), {})).items).toEqual([]);
  });

  it("is shown as cancelled, and is the next one of its event no more", async () => {
    const { sale, eventId } = await givenSold();
    const admin = await given.person("ADMIN");
    await cancelEventSession(admin.ctx(), { id: sale.id, reason });
    const shown = await getEventSession(createContext(), { eventSessionId: sale.id });
    expect(shown).toMatchObject({ status: "CLOSED", closedBecause: "CANCELLED" });
    expect(shown.cancellation?.reason).toBe(reason);
    const [event] = await listManagedEvents(admin.ctx(), { search: eventId });
    expect(event).toMatchObject({ nextStartsAt: null, saleStatus: null });
    await job();
  });

  it("admits no one with its tickets, before they are void and after", async () => {
    const { sale, buyer } = await givenSold();
    const admin = await given.person("ADMIN");
    await clock.move(71 * 3600);
    const [ticket, other] = await myTickets(buyer.ctx(), {});
    const checkIn = (qr = "") => checkInTicket(admin.ctx(), { qr, gate: "정문" });
    expect(await checkIn(other?.qr)).toMatchObject({ accepted: true });
    await cancelEventSession(admin.ctx(), { id: sale.id, reason });
    await expect(checkIn(ticket?.qr)).rejects.toMatchObject({ reason: "session_cancelled", status: 409 });
    const tickets = await myTickets(buyer.ctx(), {});
    expect(tickets.map(({ sessionCancellation }) => sessionCancellation?.reason)).toEqual([reason, reason]);
    await job();
    expect(await checkIn(ticket?.qr)).toMatchObject({ accepted: false, status: "VOID" });
  });

  it("gives a hold of it back at its checkout, while its event goes on", async () => {
    const sale = await given.saleOpen();
    const [buyer, admin] = [await given.person(), await given.person("ADMIN")];
    const { holdId } = await given.hold(buyer, sale.id);
    await cancelEventSession(admin.ctx(), { id: sale.id, reason });
    await expect(checkOut(buyer.ctx(newKey()), { holdId, method: "CARD" })).rejects.toMatchObject({
      reason: "session_cancelled",
    });
    expect(await getPurchase(buyer.ctx(), { holdId })).toMatchObject({ standing: "session_cancelled" });
    expect(await job()).toMatchObject({ done: 1 });
  });

  it("stands in the audit log with who and why", async () => {
    const { sale } = await givenSold();
    const admin = await given.person("ADMIN");
    await cancelEventSession(admin.ctx(), { id: sale.id, reason });
    await job();
    const rows = await db.select().from(auditLog).where(eq(auditLog.target, sale.id));
    expect(rows).toContainEqual(
      expect.objectContaining({
        ...{ action: "cancellations.cancel-event-session", actorId: admin.userId },
        meta: { reason },
      }),
    );
  });
});

describe("a seller", () => {
  it("cancels their own event, all of its coming event sessions, and no other's, by any door", async () => {
    const [owner, other] = await clients(2, "SELLER");
    if (!owner || !other) throw new Error("there are no clients");
    const { sale, eventId } = await givenSold(owner);
    const app = createApp();
    const call = async ({ authorization }: { authorization: string }, method: string, path: string) => {
      const headers = { authorization, "content-type": "application/json" };
      const body = method === "POST" ? JSON.stringify({ reason }) : undefined;
      return (await app.request(`/api/admin${path}`, { method, headers, ...(body && { body }) })).status;
    };
    expect(await call(other, "POST", `/sessions/${sale.id}/cancel`)).toBe(404);
    expect(await call(other, "POST", `/events/${eventId}/cancel`)).toBe(404);
    expect(await call(other, "GET", `/events/${eventId}/cancellations`)).toBe(404);
    await expect(cancelEvent((await given.person()).ctx(), { eventId, reason })).rejects.toMatchObject({
      reason: "forbidden",
    });
    expect(await call(owner, "POST", `/events/${eventId}/cancel`)).toBe(200);
    expect(await call(owner, "GET", `/events/${eventId}/cancellations`)).toBe(200);
    expect(await listManagedEvents(owner.ctx(), {})).toMatchObject([{ status: "ARCHIVED" }]);
    expect(await job()).toMatchObject({ cancelled: 1 });
  });

  it("cannot cancel once it has started, as an admin can, with tickets that a door has marked used", async () => {
    const [seller, admin] = [await given.person("SELLER"), await given.person("ADMIN")];
    const { sale } = await givenSold(seller);
    await clock.move(73 * 3600);
    await expect(cancelEventSession(seller.ctx(), { id: sale.id, reason })).rejects.toMatchObject({
      reason: "session_started",
    });
    await cancelEventSession(admin.ctx(), { id: sale.id, reason });
    expect(await job()).toMatchObject({ cancelled: 1 });
  });
});
