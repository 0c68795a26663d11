import { and, eq, isNull } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "#db/client.ts";
import { alerts } from "#db/schema/alerts.ts";
import { updateEventSession } from "#server/catalog/commands/update-event-session.ts";
import { systemContext } from "../../platform/operation/context.ts";
import { incrementCounter } from "../../platform/redis/counters.ts";
import { clock } from "../../testing/clock.ts";
import { given } from "../../testing/given.ts";
import { joinQueue } from "../commands/join-queue.ts";
import { evaluateQueues } from "./evaluate-queues.ts";

const ctx = systemContext("alerts.evaluate");
const FIVE_MINUTES = 300;

async function givenQueue() {
  const { id } = await given.saleOpen({ stock: 100, line: { admitLimit: 1 } });
  return {
    id,
    /** One comes in, and those behind wait. */
    async join(count: number) {
      for (const person of await given.people(count)) await joinQueue(person.ctx(), { sessionId: id });
    },
    /** So many were let in during these five minutes. */
    async pass(count: number) {
      await incrementCounter(ctx, `admitted:${id}`, count);
      await clock.move(FIVE_MINUTES);
    },
    async isFiring() {
      await evaluateQueues(ctx);
      const row = and(
        eq(alerts.kind, "admissions_collapsed"),
        eq(alerts.subject, id),
        isNull(alerts.resolvedAt),
      );
      return (await db.$count(alerts, row)) === 1;
    },
  };
}

it("tells of a queue that lets in less than a quarter of what it did while others wait, until it moves", async () => {
  const queue = await givenQueue();
  for (const count of [40, 30, 0, 20]) await queue.pass(count);
  await queue.join(2);
  expect(await queue.isFiring()).toBe(true);
  await queue.pass(10);
  await queue.join(2);
  expect(await queue.isFiring()).toBe(true);
  await incrementCounter(ctx, `admitted:${queue.id}`, 30);
  expect(await queue.isFiring()).toBe(false);
});

it("does not call a queue collapsed where no one waits, that was always slow, or whose sale is over", async () => {
  const [idle, slow, closed] = [await givenQueue(), await givenQueue(), await givenQueue()];
  await idle.join(1);
  for (const queue of [idle, closed]) await queue.pass(40);
  await slow.pass(10);
  for (const queue of [slow, closed]) await queue.join(2);
  expect(await closed.isFiring()).toBe(true);
  expect(await idle.isFiring()).toBe(false);
  expect(await slow.isFiring()).toBe(false);
  const admin = (await given.person("ADMIN")).ctx();
  await updateEventSession(admin, { id: closed.id, status: "CLOSED" });
  expect(await closed.isFiring()).toBe(false);
});

it("counts those that were let in since it last looked", async () => {
  const queue = await givenQueue();
  await queue.join(1);
  await queue.isFiring();
  for (let times = 0; times < 25; times++) {
    await clock.move(121);
    await queue.join(1);
    await queue.isFiring();
  }
  expect(await ctx.redis.hget(`counter:{admitted:${queue.id}}`, "total")).toBe("26");
});
