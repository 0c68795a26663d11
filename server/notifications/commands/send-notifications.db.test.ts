import { and, eq, sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "#db/client.ts";
import { notifications } from "#db/schema/notifications.ts";
import { transmissions } from "#db/schema/transmissions.ts";
import { updateEvent } from "#server/catalog/commands/update-event.ts";
import { saleOf } from "#server/catalog/queries.ts";
import { cancelOrder } from "#server/checkout/commands/cancel-order.ts";
import { readMail } from "../../platform/mail/mail.ts";
import { systemContext } from "../../platform/operation/context.ts";
import { shortCodeOf } from "../../platform/values/id-forms.ts";
import { given, newKey, type Person } from "../../testing/given.ts";
import { givenHall } from "../../testing/halls.ts";
import { told } from "../../testing/notifications.ts";
import { givenParcel } from "../../testing/paper.ts";
import { Told } from "../contract.ts";
import { mailOf } from "../mail.ts";
import { notificationFor } from "../policy.ts";
import { myNotifications } from "../queries.ts";
import { sendNotifications } from "./send-notifications.ts";

const ctx = systemContext("notifications.send");

/** What left for `events` of a purchase, as it leaves. */
async function eventsOf(aggregateId: string) {
  const rows = await db
    .select()
    .from(transmissions)
    .where(and(eq(transmissions.aggregateId, aggregateId), eq(transmissions.destination, "events")))
    .orderBy(transmissions.seq);
  return rows.map(({ id, type, payload }) => ({
    eventId: id,
    event: Told.parse({ name: type, data: JSON.parse(payload) }),
  }));
}

const mailsTo = (userId: string) =>
  db
    .select()
    .from(transmissions)
    .where(and(eq(transmissions.aggregateId, userId), eq(transmissions.destination, "email")));

async function givenPaid(buyer: Person) {
  const { id } = await given.saleOpen({ stock: 10 });
  return given.paidOrder(buyer, id);
}

it("tells the customer of a purchase step by step, in the app and by e-mail, and the departments in the app", async () => {
  const buyer = await given.person();
  const { orderId } = await givenPaid(buyer);
  for (const told of await eventsOf(orderId)) await sendNotifications(ctx, told);
  const kinds = (await myNotifications(buyer.ctx(), {})).items.map(({ kind }) => kind).sort();
  expect(kinds).toEqual(["order.confirmed", "order.processing", "payment.completed"]);
  expect((await mailsTo(buyer.userId)).map(({ payload }) => JSON.parse(payload).to)).toHaveLength(3);
  const departments = await db
    .select({ recipient: notifications.recipient })
    .from(notifications)
    .where(and(sql`params ->> 'orderId' = ${orderId}`, eq(notifications.kind, "order.confirmed")));
  expect(departments.map(({ recipient }) => recipient).sort()).toEqual(["admin", "customer", "inventory"]);
});

it("names the seats of an order in its e-mail", async () => {
  const buyer = await given.person();
  const { id, ids } = await given.seatsOpen([70_000, 50_000]);
  const { orderId } = await given.paidOrder(buyer, id, ids.toReversed());
  for (const told of await eventsOf(orderId)) await sendNotifications(ctx, told);
  const texts = (await mailsTo(buyer.userId)).map(({ payload }) => JSON.parse(payload).text as string);
  const [confirmed = ""] = texts.filter((text) => text.includes("Your booking is confirmed"));
  expect(confirmed).toContain("\n좌석: A 2 · A 1\n");
  expect(confirmed).toContain("\nSeats: A 2 · A 1\n");
});

it("says what was booked in the e-mail about a booking, with its start as a calendar file", async () => {
  const buyer = await given.person();
  const { id, startsAt } = await given.saleOpen({ price: 12_000 });
  const { orderId } = await given.paidOrder(buyer, id, 2);
  for (const told of await eventsOf(orderId)) await sendNotifications(ctx, told);
  const mails = await Promise.all((await mailsTo(buyer.userId)).map(({ payload }) => readMail(payload)));
  const confirmed = mails.filter(({ calendar }) => calendar !== undefined);
  expect(confirmed).toMatchObject([{ subject: "[선착] 예매가 완료됐어요" }]);
  const start = new Date(startsAt).toISOString().replace(/[-:]|\.\d+/g, "");
  expect(confirmed[0]?.calendar).toContain(`DTSTART:${start}\r\n`);
  for (const part of [confirmed[0]?.text, confirmed[0]?.html])
    for (const said of ["첫눈 콘서트", "서울", "2장", "24,000원", shortCodeOf(orderId)])
      expect(part).toContain(said);
});

it("calls a seat of a map by section, row and seat, in both languages", async () => {
  const buyer = await given.person();
  const { id, ids } = await givenHall();
  const { orderId } = await given.paidOrder(buyer, id, ids.slice(20, 21));
  for (const told of await eventsOf(orderId)) await sendNotifications(ctx, told);
  const texts = (await mailsTo(buyer.userId)).map(({ payload }) => JSON.parse(payload).text as string);
  expect(texts.join()).toContain("\n좌석: R석 2열 1번\n");
  expect(texts.join()).toContain("\nSeats: R석, row 2, seat 1\n");
});

it("says in the e-mail about a parcel how it is followed", async () => {
  const { orderId, buyer } = await givenParcel("shipped");
  for (const told of await eventsOf(orderId)) await sendNotifications(ctx, told);
  const texts = (await mailsTo(buyer.userId)).map(({ payload }) => JSON.parse(payload).text as string);
  const [shipped = ""] = texts.filter((text) => text.includes("Your paper tickets have been shipped"));
  expect(shipped).toContain("\n택배사: CJ대한통운\n송장 번호: 1234-5678\n");
  expect(shipped).toContain("\nCarrier: CJ Logistics\nTracking number: 1234-5678\n");
  expect(shipped).toContain("https://trace.cjlogistics.com/next/tracking.html?wblNo=12345678\n");
});

it("tells no one twice, however often and by how many it is asked", async () => {
  const buyer = await given.person();
  const { orderId } = await givenPaid(buyer);
  const [told] = await eventsOf(orderId);
  if (!told) throw new Error("no event");
  const answers = await Promise.all(Array.from({ length: 5 }, () => sendNotifications(ctx, told)));
  expect(answers.map(({ sent }) => sent).sort()).toEqual([0, 0, 0, 0, 2]);
  expect(await mailsTo(buyer.userId)).toHaveLength(1);
});

it("tells of a level that falls, once for each step, and not of one that rises", async () => {
  const { id } = await given.saleOpen({ stock: 4, maxPerUser: 4 });
  const [first, second] = await given.two();
  await given.hold(first, id, 2);
  await given.hold(second, id, 2);
  const told = await eventsOf(id);
  expect(told.map(({ event }) => event.data)).toMatchObject([
    { oldLevel: "HIGH", newLevel: "SOLDOUT", remaining: 0 },
  ]);
});

it("is for the product's own jobs to send", async () => {
  const admin = await given.person("ADMIN");
  const event = { name: "payments.updated", data: {} } as never;
  await expect(sendNotifications(admin.ctx(), { eventId: "x", event })).rejects.toMatchObject({
    reason: "forbidden",
  });
});

it("tells everyone with a live order what an event was called, once for each change, and no one else", async () => {
  const { id } = await given.saleOpen();
  const [one, two, gone] = (await given.people(3)) as [Person, Person, Person];
  for (const buyer of [one, two]) await given.paidOrder(buyer, id);
  const { orderId } = await given.paidOrder(gone, id);
  await cancelOrder(gone.ctx(newKey()), { id: orderId });
  const admin = (await given.person("ADMIN")).ctx();
  const { eventId } = await saleOf(admin, id);
  await updateEvent(admin, { eventId, venue: "부산" });
  await updateEvent(admin, { eventId, description: "같은 공연" });
  const told = await eventsOf(eventId);
  expect(told.map(({ event }) => event.data)).toMatchObject([{ oldVenue: "서울", newVenue: "부산" }]);
  const [change] = told;
  if (!change) throw new Error("no one is told");
  const answers = await Promise.all([1, 2].map(() => sendNotifications(ctx, change)));
  expect(answers.map(({ sent }) => sent).sort()).toEqual([0, 2]);
  for (const buyer of [one, two]) {
    const changes = (await myNotifications(buyer.ctx(), {})).items.filter(
      ({ kind }) => kind === "event.changed",
    );
    expect(changes).toMatchObject([{ params: { oldVenue: "서울", newVenue: "부산" } }]);
    const texts = (await mailsTo(buyer.userId)).map(({ payload }) => JSON.parse(payload).text);
    expect(texts.filter((text) => text.includes("서울 → 부산"))).toHaveLength(1);
  }
  expect((await myNotifications(gone.ctx(), {})).items).toEqual([]);
});

it("has an e-mail for every transition that a customer is told of, and for no other", () => {
  const customers = [
    ...[
      told.order("pending", "processing"),
      told.order("processing", "confirmed"),
      told.order("confirmed", "shipped"),
    ],
    ...[told.order("shipped", "delivered"), told.payment("completed"), told.payment("refunded")],
  ];
  for (const each of customers) {
    const { orderId = "" } = each.data as { orderId?: string };
    const text = mailOf(notificationFor(each).kind, each)?.text;
    expect(text).toContain(`Order number: ${shortCodeOf(orderId)}\n`);
    expect(text).toContain(`/me/orders/${orderId}\n`);
  }
  const fallen = told.level("HIGH", "MID");
  expect(mailOf(notificationFor(fallen).kind, fallen)).toBeUndefined();
});
