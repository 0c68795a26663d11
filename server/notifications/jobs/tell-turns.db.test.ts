import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "#db/client.ts";
import { turnWishes } from "#db/schema/notifications.ts";
import { createContext } from "../../platform/operation/context.ts";
import { subscribePush } from "../../push/commands/subscribe-push.ts";
import { joinQueue } from "../../queue/commands/join-queue.ts";
import { leaveQueue } from "../../queue/commands/leave-queue.ts";
import { reasonOf } from "../../testing/accounts.ts";
import { given } from "../../testing/given.ts";
import { subscribedBrowser } from "../../testing/push-service.ts";
import { type GivenQueue, givenQueue } from "../../testing/queue.ts";
import { sentTo, toldTo } from "../../testing/told.ts";
import { until } from "../../testing/until.ts";
import { askTurn } from "../commands/ask-turn.ts";
import { dropTurn } from "../commands/drop-turn.ts";
import { myTurn } from "../queries.ts";
import { deleteOld } from "./delete-old.ts";
import { tellTurns } from "./tell-turns.ts";

const MINUTE_MS = 60_000;
const { redis } = createContext();
const tell = () => tellTurns(createContext());

/** A person who waits in a queue behind one who is in, and asked to be told. */
async function aWaiting({ eventSessionId: sessionId }: GivenQueue) {
  const person = await given.person();
  const { subscription } = subscribedBrowser("https://fcm.googleapis.com", "en");
  const { id: deviceId } = await subscribePush(person.ctx(), subscription);
  const { queueToken } = await joinQueue(person.ctx(), { sessionId });
  expect(await askTurn(person.ctx(), { sessionId })).toEqual({ asked: true });
  return { person, deviceId, token: queueToken, sessionId };
}

it("tells who asked at their turn, once, in the app and on their browsers, and by no e-mail", async () => {
  const queue = await givenQueue(redis, { admitLimit: 1 });
  const first = queue.newcomer();
  const { queueToken } = await first.join();
  const { person, deviceId, sessionId } = await aWaiting(queue);
  expect(await tell()).toBe(0);
  await leaveQueue(first.ctx, { token: queueToken });
  // What a queue shows is read once a second.
  await until(async () => {
    await Promise.all([tell(), tell()]);
    return (await toldTo(person)).length > 0;
  });
  await tell();
  expect(await toldTo(person)).toEqual(["turn.come"]);
  expect(await sentTo(deviceId, "push")).toMatchObject([
    { title: "It is your turn", path: `/sessions/${sessionId}/queue` },
  ]);
  expect(await sentTo(person.userId, "email")).toEqual([]);
  expect(await myTurn(person.ctx(), { sessionId })).toEqual({ asked: false });
});

it("says that the place was lost where its page was closed for too long", async () => {
  const queue = await givenQueue(redis, { admitLimit: 1 });
  await queue.newcomer().join();
  const { person } = await aWaiting(queue);
  await queue.clock.forward(6 * MINUTE_MS);
  await queue.newcomer().join();
  await tell();
  expect(await toldTo(person)).toEqual(["turn.lost"]);
});

it("moves a queue whose people have all closed their pages", async () => {
  const queue = await givenQueue(redis, { admitLimit: 1 });
  await queue.newcomer().join();
  const { person } = await aWaiting(queue);
  // The admission of the first runs out, and no one asks.
  await queue.clock.forward(3 * MINUTE_MS);
  await tell();
  expect(await toldTo(person)).toEqual(["turn.come"]);
});

it("tells no one who took it back, and takes no wish of who is not in the queue or whose turn it is", async () => {
  const queue = await givenQueue(redis, { admitLimit: 1 });
  const { eventSessionId: sessionId } = queue;
  const [inside, stranger] = [await given.person(), await given.person()];
  const { queueToken } = await joinQueue(inside.ctx(), { sessionId });
  expect(await askTurn(inside.ctx(), { sessionId })).toEqual({ asked: false });
  expect(await reasonOf(askTurn(stranger.ctx(), { sessionId }))).toBe("place_lost");
  const { person } = await aWaiting(queue);
  expect(await myTurn(person.ctx(), { sessionId })).toEqual({ asked: true });
  await dropTurn(person.ctx(), { sessionId });
  await leaveQueue(inside.ctx(), { token: queueToken });
  await tell();
  expect(await toldTo(person)).toEqual([]);
});

it("forgets after a day who asked", async () => {
  const queue = await givenQueue(redis, { admitLimit: 1 });
  await queue.newcomer().join();
  const { person, sessionId } = await aWaiting(queue);
  await db.update(turnWishes).set({ createdAt: sql`app_now() - interval '25 hours'` });
  expect(await deleteOld(createContext())).toBe(1);
  expect(await myTurn(person.ctx(), { sessionId })).toEqual({ asked: false });
});
