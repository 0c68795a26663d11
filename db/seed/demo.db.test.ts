import { afterEach, expect, it } from "vitest";
import { db } from "#db/client.ts";
import { eventSessions, events } from "#db/schema/catalog.ts";
import { getEventSession } from "#server/catalog/queries.ts";
import { databaseNow } from "#server/platform/database/clock.ts";
import { createContext } from "#server/platform/operation/context.ts";
import { clock } from "#server/testing/clock.ts";
import { expectEquationsHold } from "#server/testing/invariants.ts";
import { seedDemo } from "./demo.ts";

const MINUTE_MS = 60_000;
const DAY_SECONDS = 86_400;

afterEach(expectEquationsHold);

const season = async () => {
  const now = await databaseNow(db);
  const rows = await db.select({ id: eventSessions.id }).from(eventSessions);
  const sessions = await Promise.all(
    rows.map(({ id }) => getEventSession(createContext(), { eventSessionId: id })),
  );
  const coming = sessions.filter(({ startsAt }) => new Date(startsAt) > now);
  const opensWithin = (minutes: number) =>
    coming.filter(({ salesOpenAt, status }) => {
      const left = new Date(salesOpenAt).getTime() - now.getTime();
      return status === "SCHEDULED" && left > 0 && left <= minutes * MINUTE_MS;
    });
  return { sessions, coming, opensWithin };
};

it("has something of each kind to look around with, and stays so at later starts", async () => {
  await seedDemo();
  const first = await season();
  expect(first.coming.filter(({ status }) => status === "SOLDOUT")).toHaveLength(1);
  expect(first.opensWithin(10)).toHaveLength(1);
  expect(first.coming.some(({ seated, status }) => seated && status === "OPEN")).toBe(true);
  expect(new Set(first.coming.map(({ terms }) => terms.entryCodes))).toEqual(
    new Set(["ANY", "ASK", "MOVING"]),
  );
  // Houses begin at times that people say, in Korea.
  for (const { startsAt } of first.coming) expect(startsAt).toMatch(/T(10:30|12:00|06:00|05:00):00/);

  await seedDemo();
  expect((await season()).sessions).toHaveLength(first.sessions.length);

  await clock.move(DAY_SECONDS);
  await seedDemo();
  const nextDay = await season();
  expect(nextDay.opensWithin(10)).toHaveLength(1);
  expect(nextDay.sessions).toHaveLength(first.sessions.length + 1);

  await clock.move(60 * DAY_SECONDS);
  await seedDemo();
  const later = await season();
  expect(later.coming).toHaveLength(first.coming.length);
  expect(later.coming.filter(({ status }) => status === "SOLDOUT")).toHaveLength(1);
  expect(await db.$count(events)).toBe(7);
});
