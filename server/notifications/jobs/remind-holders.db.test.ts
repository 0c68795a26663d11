import { and, eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "#db/client.ts";
import { eventSessions } from "#db/schema/catalog.ts";
import { notifications } from "#db/schema/notifications.ts";
import { cancelOrder } from "../../checkout/commands/cancel-order.ts";
import { databaseNow } from "../../platform/database/clock.ts";
import { createContext } from "../../platform/operation/context.ts";
import { subscribePush } from "../../push/commands/subscribe-push.ts";
import { clock } from "../../testing/clock.ts";
import { given, newKey, type Person } from "../../testing/given.ts";
import { subscribedBrowser } from "../../testing/push-service.ts";
import { sentTo } from "../../testing/told.ts";
import { remindHolders } from "./remind-holders.ts";

const HOUR = 3600;
const remind = () => remindHolders(createContext());
const remindersOf = async ({ userId }: Person) =>
  (
    await db
      .select({ params: notifications.params })
      .from(notifications)
      .where(and(eq(notifications.userId, userId), eq(notifications.kind, "event.soon")))
  ).map(({ params }) => params);

/** A buyer of two tickets of an event session that starts in so many hours. */
async function aHolder(startsInHours: number) {
  const buyer = await given.person();
  const sale = await given.saleOpen({ stock: 4, startsInHours });
  const { orderId } = await given.paidOrder(buyer, sale.id, 2);
  return { buyer, sale, orderId };
}

it("reminds a holder once within a day of the start, in the app, by e-mail and on their browsers", async () => {
  const { buyer, sale } = await aHolder(30);
  const { id } = await subscribePush(
    buyer.ctx(),
    subscribedBrowser("https://fcm.googleapis.com", "en").subscription,
  );
  await remind();
  expect(await remindersOf(buyer)).toEqual([]);
  await clock.move(8 * HOUR);
  await Promise.all([remind(), remind()]);
  expect(await remind()).toBe(0);
  expect(await remindersOf(buyer)).toMatchObject([{ sessionId: sale.id, isTicket: true }]);
  const mails = (await sentTo(buyer.userId, "email")).map(({ subject }) => subject);
  expect(mails).toEqual(["[선착] 첫눈 콘서트: 공연이 곧 시작돼요"]);
  const [push, ...more] = await sentTo(id, "push");
  expect(more).toEqual([]);
  expect(push).toMatchObject({ title: "첫눈 콘서트 starts within a day", path: "/me/tickets" });
});

it("reminds of a start that was moved again", async () => {
  const { buyer, sale } = await aHolder(30);
  await clock.move(8 * HOUR);
  await remind();
  const later = new Date((await databaseNow(db)).getTime() + 100 * HOUR * 1000);
  await db.update(eventSessions).set({ startsAt: later }).where(eq(eventSessions.id, sale.id));
  await remind();
  expect(await remindersOf(buyer)).toHaveLength(1);
  await clock.move(80 * HOUR);
  await remind();
  expect(await remindersOf(buyer)).toHaveLength(2);
});

it("reminds no one who bought within the last day, gave the tickets back, or whose event was cancelled", async () => {
  const late = await aHolder(20);
  const returned = await aHolder(60);
  await cancelOrder(returned.buyer.ctx(newKey()), { id: returned.orderId });
  const cancelled = await aHolder(60);
  await db
    .update(eventSessions)
    .set({ cancelledAt: new Date(), cancelReason: "출연자 사정" })
    .where(eq(eventSessions.id, cancelled.sale.id));
  await remind();
  await clock.move(38 * HOUR);
  await remind();
  for (const { buyer } of [late, returned, cancelled]) expect(await remindersOf(buyer)).toEqual([]);
});
