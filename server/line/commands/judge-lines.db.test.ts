import { and, eq, isNull } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "#db/client.ts";
import { alerts } from "#db/schema/alerts.ts";
import { updateEventSession } from "#server/catalog/commands/update-event-session.ts";
import { systemContext } from "../../platform/context.ts";
import { tally } from "../../platform/tally.ts";
import { clock } from "../../testing/clock.ts";
import { given } from "../../testing/given.ts";
import { joinLine } from "./join-line.ts";
import { judgeLines } from "./judge-lines.ts";

const ctx = systemContext("alerts.evaluate");
const FIVE_MINUTES = 300;

async function givenLine() {
  const { id } = await given.saleOpen({ stock: 100, line: { admitLimit: 1 } });
  return {
    id,
    /** One comes in, and those behind wait. */
    async join(count: number) {
      for (const person of await given.people(count)) await joinLine(person.ctx(), { sessionId: id });
    },
    /** So many were let in during these five minutes. */
    async pass(count: number) {
      await tally(ctx, `admitted:${id}`, count);
      await clock.move(FIVE_MINUTES);
    },
    async isFiring() {
      await judgeLines(ctx);
      const row = and(
        eq(alerts.kind, "admissions_collapsed"),
        eq(alerts.subject, id),
        isNull(alerts.resolvedAt),
      );
      return (await db.$count(alerts, row)) === 1;
    },
  };
}

it("tells of a line that lets in less than a quarter of what it did while others wait, until it moves", async () => {
  const line = await givenLine();
  for (const count of [40, 30, 0, 20]) await line.pass(count);
  await line.join(2);
  expect(await line.isFiring()).toBe(true);
  await line.pass(10);
  await line.join(2);
  expect(await line.isFiring()).toBe(true);
  await tally(ctx, `admitted:${line.id}`, 30);
  expect(await line.isFiring()).toBe(false);
});

it("does not call a line collapsed where nobody waits, that was always slow, or whose sale is over", async () => {
  const [idle, slow, closed] = [await givenLine(), await givenLine(), await givenLine()];
  await idle.join(1);
  for (const line of [idle, closed]) await line.pass(40);
  await slow.pass(10);
  for (const line of [slow, closed]) await line.join(2);
  expect(await closed.isFiring()).toBe(true);
  expect(await idle.isFiring()).toBe(false);
  expect(await slow.isFiring()).toBe(false);
  const admin = (await given.person("ADMIN")).ctx();
  await updateEventSession(admin, { id: closed.id, status: "CLOSED" });
  expect(await closed.isFiring()).toBe(false);
});

it("counts those that were let in since it last looked", async () => {
  const line = await givenLine();
  await line.join(1);
  await line.isFiring();
  for (let times = 0; times < 25; times++) {
    await clock.move(121);
    await line.join(1);
    await line.isFiring();
  }
  expect(await ctx.redis.hget(`tally:{admitted:${line.id}}`, "total")).toBe("26");
});
