import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "#db/client.ts";
import { eventSessions } from "#db/schema/catalog.ts";
import { openingWishes } from "#db/schema/notifications.ts";
import { databaseNow } from "../../platform/database/clock.ts";
import { createContext } from "../../platform/operation/context.ts";
import { subscribePush } from "../../push/commands/subscribe-push.ts";
import { reasonOf } from "../../testing/accounts.ts";
import { clock } from "../../testing/clock.ts";
import { given } from "../../testing/given.ts";
import { subscribedBrowser } from "../../testing/push-service.ts";
import { sentTo, toldTo } from "../../testing/told.ts";
import { askOpening } from "../commands/ask-opening.ts";
import { dropOpening } from "../commands/drop-opening.ts";
import { myOpening } from "../queries.ts";
import { OPENING_WISHES_MAX } from "../values.ts";
import { tellOpenings } from "./tell-openings.ts";

const HOUR = 3600;
const tell = () => tellOpenings(createContext());
const aSale = () => given.saleOpen({ salesOpenInHours: 5, startsInHours: 100 });
const change = (id: `event_session_${string}`, row: Partial<typeof eventSessions.$inferInsert>) =>
  db.update(eventSessions).set(row).where(eq(eventSessions.id, id));
const inHours = async (hours: number) => new Date((await databaseNow(db)).getTime() + hours * HOUR * 1000);

/** A person who asked to be told of a sale, and their browser. */
async function anAsker(sessionId: `event_session_${string}`) {
  const person = await given.person();
  const { subscription } = subscribedBrowser("https://fcm.googleapis.com", "en");
  const { id: deviceId } = await subscribePush(person.ctx(), subscription);
  await askOpening(person.ctx(), { sessionId });
  return { person, deviceId };
}

it("tells who asked once, shortly before sales open, in the app, by e-mail and on their browsers", async () => {
  const sale = await aSale();
  const { person, deviceId } = await anAsker(sale.id);
  const other = await given.person();
  await tell();
  expect(await toldTo(person)).toEqual([]);
  await clock.move(5 * HOUR - 9 * 60);
  await Promise.all([tell(), tell()]);
  await tell();
  expect([await toldTo(person), await toldTo(other)]).toEqual([["opening.soon"], []]);
  expect((await sentTo(person.userId, "email")).map(({ subject }) => subject)).toEqual([
    "[선착] 첫눈 콘서트: 기다리시던 판매가 곧 시작돼요",
  ]);
  expect(await sentTo(deviceId, "push")).toMatchObject([
    { title: "Sales that you waited for open soon", path: `/sessions/${sale.id}/queue` },
  ]);
});

it("goes by the opening that counts: one that moved is told of again, and one that came early at once", async () => {
  const [moved, early] = [await aSale(), await aSale()];
  const [{ person: first }, { person: second, deviceId }] = [
    await anAsker(moved.id),
    await anAsker(early.id),
  ];
  await change(early.id, { salesOverride: "OPEN" });
  await tell();
  expect(await toldTo(second)).toEqual(["opening.soon"]);
  expect(await sentTo(deviceId, "push")).toMatchObject([{ title: "Sales that you waited for are open" }]);
  await clock.move(5 * HOUR - 9 * 60);
  await tell();
  await change(moved.id, { salesOpenAt: await inHours(20) });
  await tell();
  expect([await toldTo(first), await toldTo(second)]).toEqual([["opening.soon"], ["opening.soon"]]);
  await clock.move(20 * HOUR);
  await tell();
  expect(await toldTo(first)).toEqual(["opening.soon", "opening.soon"]);
});

it("tells no one of sales that an operator keeps closed, nor who took it back", async () => {
  const [closed, open] = [await aSale(), await aSale()];
  const [{ person: first }, { person: second }] = [await anAsker(closed.id), await anAsker(open.id)];
  await change(closed.id, { salesOverride: "CLOSED" });
  expect(await myOpening(second.ctx(), { sessionId: open.id })).toEqual({ asked: true });
  await dropOpening(second.ctx(), { sessionId: open.id });
  expect(await myOpening(second.ctx(), { sessionId: open.id })).toEqual({ asked: false });
  await clock.move(5 * HOUR);
  await tell();
  expect([await toldTo(first), await toldTo(second)]).toEqual([[], []]);
});

it("says that an event session was cancelled before its opening, and why", async () => {
  const sale = await aSale();
  const { person, deviceId } = await anAsker(sale.id);
  await change(sale.id, { cancelledAt: await inHours(0), cancelReason: "출연자 사정" });
  await tell();
  await tell();
  expect(await toldTo(person)).toEqual(["opening.cancelled"]);
  const [push] = await sentTo(deviceId, "push");
  expect(push.body).toContain("출연자 사정");
  expect(push.path).toBe(`/events/${push.path.split("/").pop()}`);
});

it("forgets a wish a day after sales opened", async () => {
  const sale = await aSale();
  const { person } = await anAsker(sale.id);
  const left = () => db.$count(openingWishes, eq(openingWishes.userId, person.userId));
  await clock.move(28 * HOUR);
  await tell();
  expect(await left()).toBe(1);
  await clock.move(2 * HOUR);
  await tell();
  expect(await left()).toBe(0);
});

it("takes no wish for sales that are open, and a bounded number at a time, also of those that come at once", async () => {
  const person = await given.person();
  const open = await given.saleOpen();
  expect(await reasonOf(askOpening(person.ctx(), { sessionId: open.id }))).toBe("not_scheduled");
  const sales = await Promise.all(Array.from({ length: 4 }, () => aSale()));
  const [known] = sales;
  await db.insert(openingWishes).values(
    (await Promise.all(Array.from({ length: OPENING_WISHES_MAX - 2 }, () => aSale()))).map(({ id }) => ({
      ...{ eventSessionId: id, userId: person.userId },
    })),
  );
  const outcomes = await Promise.all(
    sales.map(({ id: sessionId }) => reasonOf(askOpening(person.ctx(), { sessionId }))),
  );
  expect(outcomes.filter((outcome) => outcome === "opening_wishes_full")).toHaveLength(2);
  expect(known).toBeDefined();
});
