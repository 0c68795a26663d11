import { and, eq } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { db } from "#db/client.ts";
import { auditLog, stateHistory } from "#db/schema/platform.ts";
import { transmissions } from "#db/schema/transmissions.ts";
import { cancelOrder } from "#server/checkout/commands/cancel-order.ts";
import { getOrder } from "#server/checkout/queries.ts";
import { createApp } from "#server/http/app.ts";
import { sendNotifications } from "#server/notifications/commands/send-notifications.ts";
import { Told } from "#server/notifications/contract.ts";
import { myNotifications } from "#server/notifications/queries.ts";
import { myTickets } from "#server/tickets/queries.ts";
import { databaseNow } from "../../platform/database/clock.ts";
import { createContext, systemContext } from "../../platform/operation/context.ts";
import { clients } from "../../testing/clients.ts";
import { clock } from "../../testing/clock.ts";
import { given, newKey, type Person } from "../../testing/given.ts";
import { expectEquationsHold } from "../../testing/invariants.ts";
import { getEventSession, listEventSessions, saleOf } from "../queries.ts";
import { createEvent } from "./create-event.ts";
import { createEventSession } from "./create-event-session.ts";
import { updateEvent } from "./update-event.ts";
import { updateEventSession } from "./update-event-session.ts";

const HOUR_MS = 3_600_000;
const HOUR_SECONDS = 3600;

afterEach(expectEquationsHold);

/** So many hours after a moment. */
const hoursAfter = (at: string | Date, hours: number) =>
  new Date(new Date(at).getTime() + hours * HOUR_MS).toISOString();

/** A sale that starts in three days and was bought from, and who runs it. */
async function givenSold() {
  const sale = await given.saleOpen();
  const [admin, buyer] = [await given.person("ADMIN"), await given.person()];
  const { orderId } = await given.paidOrder(buyer, sale.id);
  const change = (dates: object) => updateEventSession(admin.ctx(), { id: sale.id, ...dates });
  const eventSession = () => getEventSession(createContext(), { eventSessionId: sale.id });
  return { sale, admin, buyer, orderId, change, eventSession };
}

const refused = (path: string, rule: string) => ({ reason: "invalid_argument", params: { path, rule } });

/** Sends the notifications, as the job does. */
async function tell(aggregateId: string): Promise<void> {
  const rows = await db
    .select()
    .from(transmissions)
    .where(and(eq(transmissions.aggregateId, aggregateId), eq(transmissions.destination, "events")))
    .orderBy(transmissions.seq);
  for (const { id: eventId, type, payload } of rows) {
    const told = Told.safeParse({ name: type, data: JSON.parse(payload) });
    if (told.success)
      await sendNotifications(systemContext("notifications.send"), { eventId, event: told.data });
  }
}

const mailsTo = async ({ userId }: Person) => {
  const rows = await db
    .select()
    .from(transmissions)
    .where(and(eq(transmissions.aggregateId, userId), eq(transmissions.destination, "email")));
  return rows.map(({ payload }) => JSON.parse(payload) as { subject: string; text: string });
};

it("has in its history every ticket that came on sale, and who put it there", async () => {
  const { id } = await given.saleOpen({ stock: 3 });
  const admin = await given.person("ADMIN");
  await updateEventSession(admin.ctx(), { id, addStock: 7 });
  await updateEventSession(admin.ctx(), { id, status: "CLOSED" });
  const rows = await db
    .select()
    .from(stateHistory)
    .where(and(eq(stateHistory.entity, "inventory"), eq(stateHistory.entityId, id)))
    .orderBy(stateHistory.seq);
  expect(rows).toEqual([
    expect.objectContaining({ fromState: null, toState: "available", metadata: { quantity: 3 } }),
    expect.objectContaining({ reason: "restocked", actorId: admin.userId, metadata: { quantity: 7 } }),
  ]);
});

it("puts no more on sale than an event session may have, however often and by how many at once", async () => {
  const { id } = await given.saleOpen({ stock: 1 });
  const [one, other] = [await given.person("ADMIN"), await given.person("ADMIN")];
  const restock = (admin: Person, addStock: number) => updateEventSession(admin.ctx(), { id, addStock });
  const most = await Promise.allSettled([one, other].map((admin) => restock(admin, 999_999)));
  expect(most.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  await expect(restock(one, 1)).rejects.toMatchObject({
    ...{ reason: "stock_limit", status: 409 },
    params: { limit: 1_000_000, total: 1_000_000 },
  });
  const rows = await db
    .select()
    .from(stateHistory)
    .where(and(eq(stateHistory.entity, "inventory"), eq(stateHistory.entityId, id)));
  expect(rows).toHaveLength(2);
});

it("changes the limits of queue and buyers alone, and says who did so and why", async () => {
  const sale = await given.saleOpen({
    stock: 3,
    line: { admitLimit: 7, admitRatePerSecond: 8, maxLength: 9 },
  });
  const admin = await given.person("ADMIN");
  const change = {
    line: { admitRatePerSecond: 2 },
    maxPerUser: 1,
    reason: "The door is slow.\nThe venue asks for it.",
  };
  await updateEventSession(admin.ctx(), { id: sale.id, ...change });
  expect(await saleOf(createContext(), sale.id)).toMatchObject({
    ...{ maxPerUser: 1, totalStock: 3 },
    queue: { admitLimit: 7, admitRatePerSecond: 2, maxLength: 9, admissionPaused: false },
  });
  const [row] = await db
    .select()
    .from(auditLog)
    .where(and(eq(auditLog.action, "catalog.update-event-session"), eq(auditLog.target, sale.id)));
  expect(row).toMatchObject({ actorId: admin.userId, meta: change });
});

it("keeps the maximum per person while someone has tickets", async () => {
  const { sale, change } = await givenSold();
  const { maxPerUser } = sale;
  await expect(change({ maxPerUser: maxPerUser - 1 })).rejects.toMatchObject({
    ...{ reason: "maximum_lowered", status: 409, params: { maximum: maxPerUser } },
  });
  expect(await change({ maxPerUser: maxPerUser + 1 })).toMatchObject({ maxPerUser: maxPerUser + 1 });
});

describe("another day", () => {
  it("is told to nobody who has tickets of another day of the event alone", async () => {
    const { sale, buyer, admin, change } = await givenSold();
    const { event } = await getEventSession(createContext(), { eventSessionId: sale.id });
    const otherDay = await createEventSession(admin.ctx(), {
      ...{ eventId: event.id, price: 1000, totalStock: 5 },
      ...{
        startsAt: hoursAfter(sale.startsAt, 5),
        salesOpenAt: sale.salesOpenAt,
        salesCloseAt: sale.salesCloseAt,
      },
    });
    const other = await given.person();
    await given.paidOrder(other, otherDay.id);
    await change({ startsAt: hoursAfter(sale.startsAt, 48) });
    await tell(sale.id);
    expect(await mailsTo(buyer)).toHaveLength(1);
    expect(await mailsTo(other)).toEqual([]);
  });

  it("is told to everyone with an order of this event session, by mail and where they look", async () => {
    const { sale, admin, buyer, orderId, change, eventSession } = await givenSold();
    const gone = await given.person();
    const { orderId: cancelled } = await given.paidOrder(gone, sale.id);
    await cancelOrder(gone.ctx(newKey()), { id: cancelled });
    const startsAt = hoursAfter(sale.startsAt, 48);
    await change({ startsAt });
    await tell(sale.id);
    const [mail, ...more] = await mailsTo(buyer);
    expect(more).toEqual([]);
    expect(mail?.subject).toContain("일시가 바뀌었어요");
    expect(await mailsTo(gone)).toEqual([]);
    const changes = [{ field: "startsAt", from: sale.startsAt, to: startsAt }];
    expect(await myTickets(buyer.ctx(), {})).toMatchObject([{ startsAt, changes }]);
    expect(await getOrder(buyer.ctx(), { id: orderId })).toMatchObject({ startsAt, changes });
    expect(await eventSession()).toMatchObject({ startsAt, movedFromAt: sale.startsAt });
    const [row] = await db
      .select()
      .from(auditLog)
      .where(and(eq(auditLog.action, "catalog.event-session-changed"), eq(auditLog.target, sale.id)));
    expect(row).toMatchObject({ actorId: admin.userId });
    expect(row?.meta).toMatchObject({ oldStartsAt: sale.startsAt, newStartsAt: startsAt });
    const late = await given.person();
    await given.paidOrder(late, sale.id);
    expect(await myTickets(late.ctx(), {})).toMatchObject([{ startsAt, changes: [] }]);
  });

  it("is told to who holds tickets or is paying for them, as another title or place is, and to no other", async () => {
    const sale = await given.saleOpen();
    const [admin, gone, other] = [await given.person("ADMIN"), await given.person(), await given.saleOpen()];
    const [holding, paying] = await given.two();
    await given.hold(gone, sale.id);
    await given.hold(gone, other.id);
    await clock.move(121);
    await given.hold(holding, sale.id);
    await given.checkout(paying, sale.id);
    const { event } = await getEventSession(createContext(), { eventSessionId: sale.id });
    await updateEvent(admin.ctx(), { eventId: event.id, venue: "부산" });
    await updateEventSession(admin.ctx(), { id: sale.id, startsAt: hoursAfter(sale.startsAt, 24) });
    await Promise.all([tell(sale.id), tell(event.id)]);
    for (const person of [holding, paying]) {
      const kinds = (await myNotifications(person.ctx(), {})).items.map(({ kind }) => kind);
      expect(kinds.sort()).toEqual(["event.changed", "event.moved"]);
      const texts = (await mailsTo(person)).map(({ text }) => text);
      expect(texts.filter((text) => text.includes("서울 → 부산"))).toHaveLength(1);
      expect(texts).toHaveLength(2);
    }
    expect(await mailsTo(gone)).toEqual([]);
  });

  it("is announced to no one where there are no buyers, and is judged as of a new sale", async () => {
    const { id, startsAt } = await given.saleOpen();
    const admin = await given.person("ADMIN");
    const sooner = hoursAfter(startsAt, -70);
    const changed = await updateEventSession(admin.ctx(), { id, startsAt: sooner, salesCloseAt: sooner });
    expect(changed).toMatchObject({ startsAt: sooner, movedFromAt: null, cancelDeadlineAt: sooner });
    expect(await db.$count(transmissions, eq(transmissions.aggregateId, id))).toBe(0);
  });

  it("is shown at once where the event is read", async () => {
    const { sale, change, eventSession } = await givenSold();
    const { event } = await eventSession();
    await listEventSessions(createContext(), { eventId: event.id });
    const startsAt = hoursAfter(sale.startsAt, 1);
    await change({ startsAt });
    expect(await listEventSessions(createContext(), { eventId: event.id })).toMatchObject([{ startsAt }]);
  });

  it("may be chosen by the seller it belongs to, and by no other", async () => {
    const [owner, other] = await clients(2, "SELLER");
    if (!owner || !other) throw new Error("no such person");
    const at = hoursAfter(await databaseNow(db), 72);
    const { id: eventId } = await createEvent(owner.ctx(), {
      ...{ title: "공연", description: "소개", venue: "서울", status: "PUBLISHED" },
      eventSession: {
        ...{ startsAt: at, salesCloseAt: at, salesOpenAt: hoursAfter(at, -73) },
        ...{ price: 1000, totalStock: 5 },
      },
    });
    const [session] = await listEventSessions(createContext(), { eventId });
    const app = createApp();
    const body = JSON.stringify({ startsAt: hoursAfter(at, 24) });
    const call = ({ authorization }: { authorization: string }) =>
      app.request(`/api/admin/sessions/${session?.id}`, {
        ...{ method: "PATCH", body },
        headers: { authorization, "content-type": "application/json" },
      });
    expect((await call(other)).status).toBe(404);
    const answer = await call(owner);
    expect([answer.status, (await answer.json()).startsAt]).toEqual([200, hoursAfter(at, 24)]);
  });
});

describe("anyone who has tickets", () => {
  it("may give them back until the new start, and for three days at the least", async () => {
    const { sale, change, buyer, orderId } = await givenSold();
    await clock.move(60 * HOUR_SECONDS);
    const later = hoursAfter(sale.startsAt, 240);
    expect(await change({ startsAt: later })).toMatchObject({ cancelDeadlineAt: later });
    await clock.move(240 * HOUR_SECONDS);
    expect(await cancelOrder(buyer.ctx(newKey()), { id: orderId })).toMatchObject({ status: "cancelled" });
  });

  it("keeps the time to give them back, wherever the start is moved to and however often", async () => {
    const { sale, change, eventSession } = await givenSold();
    const promised = [(await eventSession()).cancelDeadlineAt];
    for (const hours of [480, -24, 2, -20]) {
      const startsAt = hoursAfter(sale.startsAt, hours);
      const [salesCloseAt] = [startsAt, sale.salesCloseAt].sort();
      promised.push((await change({ startsAt, salesCloseAt })).cancelDeadlineAt);
    }
    expect(promised).toEqual([...promised].sort());
    await expect(change({ cancelDeadlineAt: hoursAfter(promised[0] ?? "", -1) })).rejects.toMatchObject(
      refused("cancelDeadlineAt", "deadline_shortened"),
    );
  });

  it("has a day to read of an earlier start", async () => {
    const { sale, change } = await givenSold();
    const startsAt = hoursAfter(sale.startsAt, -50);
    await expect(change({ startsAt, salesCloseAt: startsAt })).rejects.toMatchObject(
      refused("startsAt", "start_without_notice"),
    );
  });

  it("is one who only holds them, too", async () => {
    const { id, startsAt } = await given.saleOpen();
    const [admin, buyer] = [await given.person("ADMIN"), await given.person()];
    await given.hold(buyer, id);
    const sooner = { startsAt: hoursAfter(startsAt, -50), salesCloseAt: hoursAfter(startsAt, -50) };
    await expect(updateEventSession(admin.ctx(), { id, ...sooner })).rejects.toMatchObject(
      refused("startsAt", "start_without_notice"),
    );
  });

  it("loses nothing by a change that is made while they buy", async () => {
    const { id, startsAt } = await given.saleOpen();
    const admin = await given.person("ADMIN");
    const buyers = await given.people(8);
    const sooner = { startsAt: hoursAfter(startsAt, -50), salesCloseAt: hoursAfter(startsAt, -50) };
    const change = updateEventSession(admin.ctx(), { id, ...sooner }).then(
      () => "changed",
      ({ params }) => params.rule,
    );
    const holds = buyers.map((buyer) => given.hold(buyer, id).then(({ holdId }) => holdId));
    const [outcome] = await Promise.all([change, ...holds]);
    // Either before all of them, who buy what they read then, or after one, who is promised more.
    expect(["changed", "start_without_notice"]).toContain(outcome);
  });

  it("may give them back after another title or place, though the time for it had passed", async () => {
    const { sale, admin, buyer, orderId, eventSession } = await givenSold();
    const { event } = await eventSession();
    await clock.move(60 * HOUR_SECONDS);
    await expect(cancelOrder(buyer.ctx(newKey()), { id: orderId })).rejects.toMatchObject({
      reason: "cancel_deadline_passed",
    });
    await updateEvent(admin.ctx(), { eventId: event.id, venue: "부산" });
    const { cancelDeadlineAt } = await eventSession();
    expect(cancelDeadlineAt > sale.startsAt).toBe(true);
    await tell(event.id);
    expect((await mailsTo(buyer))[0]?.text).toContain("취소하고 전액 환불받을 수 있어요");
    expect(await myTickets(buyer.ctx(), {})).toMatchObject([
      { changes: [{ field: "venue", from: "서울", to: "부산" }] },
    ]);
    await cancelOrder(buyer.ctx(newKey()), { id: orderId });
  });
});

it.each<[string, string, (sale: { startsAt: string }) => object]>([
  ["startsAt", "starts_before_closing", ({ startsAt }) => ({ startsAt: hoursAfter(startsAt, -1) })],
  ["startsAt", "starts_too_far", () => ({ startsAt: "2404-05-01T10:30:00Z" })],
  ["salesCloseAt", "closes_in_past", ({ startsAt }) => ({ salesCloseAt: hoursAfter(startsAt, -72.5) })],
  ["salesCloseAt", "closes_before_opening", () => ({ salesCloseAt: "2001-01-01T00:00:00Z" })],
  ["salesOpenAt", "sales_have_opened", ({ startsAt }) => ({ salesOpenAt: hoursAfter(startsAt, -1) })],
  [
    "cancelDeadlineAt",
    "deadline_after_start",
    ({ startsAt }) => ({ cancelDeadlineAt: hoursAfter(startsAt, 1) }),
  ],
])("refuses a %s where it %s, and changes nothing", async (path, rule, dates) => {
  const { sale, change, eventSession } = await givenSold();
  const before = await eventSession();
  await expect(change({ ...dates(sale), status: "CLOSED" })).rejects.toMatchObject(refused(path, rule));
  expect(await eventSession()).toEqual(before);
});

it("is not moved once it has started", async () => {
  const { sale, change } = await givenSold();
  await clock.move(73 * HOUR_SECONDS);
  await expect(change({ startsAt: hoursAfter(sale.startsAt, 48) })).rejects.toMatchObject(
    refused("startsAt", "has_started"),
  );
});

it("tells of five changes of a seller an hour, and of an admin's correction after them", async () => {
  const [seller, admin, buyer] = [
    await given.person("SELLER"),
    await given.person("ADMIN"),
    await given.person(),
  ];
  const sale = await given.saleOpen({ by: seller });
  await given.paidOrder(buyer, sale.id);
  const { event } = await getEventSession(createContext(), { eventSessionId: sale.id });
  const move = (hours: number, by = seller) =>
    updateEventSession(by.ctx(), { id: sale.id, startsAt: hoursAfter(sale.startsAt, hours) });
  const rename = (title: string, by = seller) => updateEvent(by.ctx(), { eventId: event.id, title });
  for (let count = 1; count <= 5; count++) {
    await move(count);
    await rename(`첫눈 ${count}`);
  }
  await expect(move(6)).rejects.toMatchObject({ reason: "too_many_changes", status: 429 });
  await expect(rename("첫눈 6")).rejects.toMatchObject({ reason: "too_many_changes" });
  await move(7, admin);
  await rename("첫눈 콘서트", admin);
  await Promise.all([tell(sale.id), tell(event.id)]);
  expect(await mailsTo(buyer)).toHaveLength(12);
  expect((await mailsTo(buyer)).filter(({ text }) => text.includes("첫눈 5 → 첫눈 콘서트"))).toHaveLength(1);
  await expect(move(8)).rejects.toMatchObject({ reason: "too_many_changes" });
  await clock.move(HOUR_SECONDS);
  expect(await move(8)).toMatchObject({ startsAt: hoursAfter(sale.startsAt, 8) });
});

it("opens a sale earlier or later until it has opened", async () => {
  const { id } = await given.saleOpen({ salesOpenInHours: 10 });
  const admin = await given.person("ADMIN");
  const now = await databaseNow(db);
  const open = (hours: number) =>
    updateEventSession(admin.ctx(), { id, salesOpenAt: hoursAfter(now, hours) });
  expect(await open(20)).toMatchObject({ status: "SCHEDULED" });
  await expect(open(-24 * 40)).rejects.toMatchObject(refused("salesOpenAt", "opens_long_ago"));
  expect(await open(-0.1)).toMatchObject({ status: "OPEN" });
});
