import { eq } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { db } from "#db/client.ts";
import { notifications } from "#db/schema/notifications.ts";
import { tickets } from "#db/schema/tickets.ts";
import { transmissions } from "#db/schema/transmissions.ts";
import { updateEventSession } from "../catalog/commands/update-event-session.ts";
import { cancelOrder } from "../checkout/commands/cancel-order.ts";
import { refundOrder } from "../checkout/commands/refund-order.ts";
import { getOrder } from "../checkout/queries.ts";
import { checkInTicket } from "../doors/commands/check-in-ticket.ts";
import { sendNotifications } from "../notifications/commands/send-notifications.ts";
import { Told } from "../notifications/contract.ts";
import { databaseNow } from "../platform/database/clock.ts";
import { systemContext } from "../platform/operation/context.ts";
import { clock } from "../testing/clock.ts";
import { given, givenAddress, newKey, type Person } from "../testing/given.ts";
import { expectEquationsHold } from "../testing/invariants.ts";
import type { TicketId } from "../tickets/contract.ts";
import { myTickets } from "../tickets/queries.ts";
import { acceptTransfer } from "./commands/accept-transfer.ts";
import { offerTransfer } from "./commands/offer-transfer.ts";
import { withdrawTransfer } from "./commands/withdraw-transfer.ts";
import { getTransfer, openTransfers } from "./queries.ts";

afterEach(expectEquationsHold);

/** A buyer with tickets that may be given away, an operator, and two others. */
async function givenTickets(quantity = 1, options: Parameters<typeof given.saleOpen>[0] = {}) {
  const { id: eventSessionId } = await given.saleOpen({
    ...{ startsInHours: 5, terms: { transferable: true, cancelFees: { freeDays: 0, steps: [] } } },
    ...options,
  });
  const [buyer, friend, third] = (await given.people(3)) as [Person, Person, Person];
  const { orderId } = await given.paidOrder(buyer, eventSessionId, quantity);
  const issued = await db.select().from(tickets).where(eq(tickets.orderId, orderId)).orderBy(tickets.id);
  const ids = issued.map(({ id }) => id) as [TicketId, ...TicketId[]];
  const operator = await given.person("ADMIN");
  return {
    ...{ eventSessionId, orderId, buyer, friend, third, operator, ids, issued },
    offer: (by: Person, ticketId = ids[0]) => offerTransfer(by.ctx(), { ticketId }),
    give: async (from: Person, to: Person, ticketId = ids[0]) => {
      const { token } = await offerTransfer(from.ctx(), { ticketId });
      return acceptTransfer(to.ctx(), { token });
    },
    scan: (qr: string) => checkInTicket(operator.ctx(), { qr, gate: "A" }),
    ofPerson: async (person: Person) => myTickets(person.ctx(), {}),
  };
}

/** By the database's clock, which other tests move. */
const inHours = async (hours: number) =>
  new Date((await databaseNow(db)).getTime() + hours * 3_600_000).toISOString();

const accept = (by: Person, token: string) => acceptTransfer(by.ctx(), { token });

describe("giving a ticket to another person", () => {
  it("makes it theirs with a new code, and the old one admits no one from that moment", async () => {
    const { buyer, friend, ids, issued, offer, scan, ofPerson } = await givenTickets(2);
    const { token } = await offer(buyer);
    expect(await getTransfer(friend.ctx(), { token })).toMatchObject({
      standing: "open",
      eventTitle: "첫눈 콘서트",
    });
    await accept(friend, token);
    const [received] = await ofPerson(friend);
    expect(received).toMatchObject({ id: ids[0], number: 1, count: 2, isReceived: true, status: "VALID" });
    expect((await ofPerson(buyer)).map(({ id, number }) => [id, number])).toEqual([[ids[1], 2]]);
    expect(await scan(issued[0]?.qr ?? ""), "who shows the old code").toMatchObject({ accepted: false });
    expect(await scan(received?.qr ?? "")).toMatchObject({ accepted: true });
  });

  it("works once: of two who accept at the same moment one has it, and accepting again changes nothing", async () => {
    const { buyer, friend, third, ids, offer } = await givenTickets();
    const { token } = await offer(buyer);
    const answers = await Promise.allSettled([
      accept(friend, token),
      accept(third, token),
      accept(friend, token),
    ]);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set(["fulfilled", "rejected"]));
    const owners = await Promise.all(
      [friend, third].map(async (each) => (await myTickets(each.ctx(), {})).length),
    );
    expect(owners.sort()).toEqual([0, 1]);
    expect((await getTransfer(buyer.ctx(), { token })).standing).toBe("over");
    await expect(withdrawTransfer(buyer.ctx(), { ticketId: ids[0] })).rejects.toMatchObject({ status: 404 });
  });

  it("ends a link of before, so that one ticket is not offered to two", async () => {
    const { buyer, friend, third, offer } = await givenTickets();
    const [first, second] = [await offer(buyer), await offer(buyer)];
    await expect(accept(friend, first.token)).rejects.toMatchObject({ reason: "transfer_over" });
    await accept(third, second.token);
    await expect(accept(friend, second.token)).rejects.toMatchObject({ reason: "transfer_over" });
  });

  it("is taken back until it is accepted, and ends by itself", async () => {
    const { buyer, friend, ids, offer } = await givenTickets(1, { startsInHours: 200 });
    const back = await offer(buyer);
    expect(await openTransfers(buyer.ctx(), {})).toMatchObject([{ ticketId: ids[0] }]);
    await withdrawTransfer(buyer.ctx(), { ticketId: ids[0] });
    await expect(accept(friend, back.token)).rejects.toMatchObject({ reason: "transfer_over" });
    await expect(withdrawTransfer(buyer.ctx(), { ticketId: ids[0] })).rejects.toMatchObject({
      reason: "transfer_over",
    });
    const late = await offer(buyer);
    await clock.move(72 * 3600);
    await expect(accept(friend, late.token)).rejects.toMatchObject({ reason: "transfer_over" });
    expect(await openTransfers(buyer.ctx(), {})).toEqual([]);
  });

  it("is for who has it alone, not for who offers it, and its link is no one's guess", async () => {
    const { buyer, friend, third, offer, give } = await givenTickets();
    await expect(offer(friend)).rejects.toMatchObject({ status: 404 });
    const { token } = await offer(buyer);
    await expect(accept(buyer, token)).rejects.toMatchObject({ reason: "own_transfer" });
    await expect(accept(friend, "x".repeat(32))).rejects.toMatchObject({ status: 404 });
    await give(buyer, friend);
    await expect(offer(buyer)).rejects.toMatchObject({ status: 404 });
    await give(friend, third);
  });

  it("is not offered where the event session does not let it, after its time, for paper, a used or a void ticket", async () => {
    const no = { reason: "transfer_not_offered" };
    const closed = await givenTickets(1, { terms: {} });
    await expect(closed.offer(closed.buyer)).rejects.toMatchObject(no);
    const until = await inHours(1);
    const late = await givenTickets(1, { terms: { transferable: true, transferUntil: until } });
    const { token } = await late.offer(late.buyer);
    await updateEventSession(late.operator.ctx(), {
      id: late.eventSessionId,
      terms: { transferable: false },
    });
    await expect(accept(late.friend, token)).rejects.toMatchObject({ reason: "transfer_over" });
    await expect(late.offer(late.buyer)).rejects.toMatchObject(no);
    const { buyer, ids, issued, offer, scan } = await givenTickets(2);
    const used = await offer(buyer);
    await scan(issued[0]?.qr ?? "");
    await expect(accept(await given.person(), used.token)).rejects.toMatchObject({ reason: "transfer_over" });
    await expect(offer(buyer)).rejects.toMatchObject({ reason: "ticket_used" });
    const given2 = await offer(buyer, ids[1]);
    await cancelOrder(buyer.ctx(newKey()), { id: await getOrderId(buyer), ticketIds: ids.slice(1) });
    await expect(accept(await given.person(), given2.token)).rejects.toMatchObject({
      reason: "transfer_over",
    });
    await expect(offer(buyer, ids[1])).rejects.toMatchObject({ reason: "ticket_void" });
    const sale = await given.saleOpen({ paper: true, terms: { transferable: true } });
    const paper = await given.paidOrder(buyer, sale.id, 1, givenAddress);
    const [ticket] = await db.select().from(tickets).where(eq(tickets.orderId, paper.orderId));
    await expect(offer(buyer, ticket?.id)).rejects.toMatchObject(no);
  });
});

const getOrderId = async (buyer: Person) => (await myTickets(buyer.ctx(), {}))[0]?.orderId ?? "order_";

describe("the maximum of a person", () => {
  it("counts what they received, and what they gave away goes on counting as theirs", async () => {
    const { buyer, friend, third, eventSessionId, ids, offer, give } = await givenTickets(2, {
      maxPerUser: 2,
    });
    await give(buyer, friend);
    await expect(given.hold(buyer, eventSessionId), "who bought and gave away").rejects.toMatchObject({
      reason: "ticket_limit_exceeded",
    });
    await expect(given.hold(friend, eventSessionId, 2)).rejects.toMatchObject({
      reason: "ticket_limit_exceeded",
    });
    await given.hold(friend, eventSessionId);
    const { token } = await offer(buyer, ids[1]);
    await expect(accept(friend, token), "who holds one and received one").rejects.toMatchObject({
      ...{ reason: "ticket_limit_exceeded", params: { limit: 2, have: 2, wanted: 1 } },
    });
    await accept(third, token);
    await give(friend, third, ids[0]);
    await expect(given.hold(third, eventSessionId)).rejects.toMatchObject({
      reason: "ticket_limit_exceeded",
    });
  });

  it("of a hold and a transfer at the same moment holds for both", async () => {
    const { buyer, friend, eventSessionId, offer } = await givenTickets(1, { maxPerUser: 1 });
    const { token } = await offer(buyer);
    const answers = await Promise.allSettled([accept(friend, token), given.hold(friend, eventSessionId)]);
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });
});

describe("the money of a ticket that was given away", () => {
  it("is not had by who paid while another person has the ticket, and is once it came back", async () => {
    const { buyer, friend, orderId, ids, give } = await givenTickets(2);
    await give(buyer, friend);
    const cancel = (ticketIds?: TicketId[]) => cancelOrder(buyer.ctx(newKey()), { id: orderId, ticketIds });
    await expect(cancel()).rejects.toMatchObject({ reason: "ticket_given_away" });
    await expect(cancel([ids[0]])).rejects.toMatchObject({ reason: "ticket_given_away" });
    const { cancelQuote, tickets: listed } = await getOrder(buyer.ctx(), { id: orderId });
    expect(cancelQuote).toMatchObject({ isLast: false, tickets: [{ number: 2 }] });
    expect(listed.map(({ isGivenAway }) => isGivenAway)).toEqual([true, false]);
    await expect(
      cancelOrder(friend.ctx(newKey()), { id: orderId, ticketIds: [ids[0]] }),
    ).rejects.toMatchObject({
      status: 404,
    });
    await give(friend, buyer);
    expect(await cancel()).toMatchObject({ status: "cancelled" });
  });

  it("goes to who paid where an operator gives it back, and the receiver's ticket is void", async () => {
    const { buyer, friend, orderId, operator, eventSessionId, ids, give, ofPerson } = await givenTickets(1, {
      maxPerUser: 1,
    });
    await give(buyer, friend);
    await refundOrder(operator.ctx(newKey()), { id: orderId, note: "잘못 보낸 티켓", ticketIds: ids });
    expect(await ofPerson(friend)).toMatchObject([{ status: "VOID", refund: null }]);
    expect((await getOrder(buyer.ctx(), { id: orderId })).refunds).toMatchObject([{ amount: 50_000 }]);
    await given.hold(friend, eventSessionId);
    await given.hold(buyer, eventSessionId);
  });

  it("of a refund and a transfer at the same moment one happens", async () => {
    const { buyer, friend, orderId, offer, ofPerson } = await givenTickets();
    const { token } = await offer(buyer);
    const [cancelled, accepted] = await Promise.allSettled([
      cancelOrder(buyer.ctx(newKey()), { id: orderId }),
      accept(friend, token),
    ]);
    expect([cancelled.status, accepted.status].sort()).toEqual(["fulfilled", "rejected"]);
    const has = (await ofPerson(friend)).filter(({ status }) => status === "VALID");
    expect(has).toHaveLength(accepted.status === "fulfilled" ? 1 : 0);
  });
});

it("tells both, once, and of later changes who has it now", async () => {
  const { buyer, friend, ids, give, operator, eventSessionId } = await givenTickets(1, {
    startsInHours: 100,
  });
  await give(buyer, friend);
  const [sent] = await db.select().from(transmissions).where(eq(transmissions.aggregateId, ids[0]));
  const event = Told.parse({ name: "tickets.transferred", data: JSON.parse(sent?.payload ?? "{}") });
  const tell = () => sendNotifications(systemContext("test"), { eventId: `event ${ids[0]}`, event });
  expect([await tell(), await tell()]).toEqual([{ sent: 2 }, { sent: 0 }]);
  const kindsOf = async ({ userId }: Person) =>
    (await db.select().from(notifications).where(eq(notifications.userId, userId))).map(({ kind }) => kind);
  expect([await kindsOf(buyer), await kindsOf(friend)]).toEqual([["ticket.given"], ["ticket.received"]]);
  const startsAt = await inHours(150);
  await updateEventSession(operator.ctx(), { id: eventSessionId, startsAt });
  const [moved] = await db.select().from(transmissions).where(eq(transmissions.aggregateId, eventSessionId));
  const change = Told.parse({ name: "event-sessions.updated", data: JSON.parse(moved?.payload ?? "{}") });
  await sendNotifications(systemContext("test"), { eventId: `event ${eventSessionId}`, event: change });
  expect(await kindsOf(friend)).toContain("event.moved");
});
