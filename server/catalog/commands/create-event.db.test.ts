import { afterEach, expect, it } from "vitest";
import { db } from "#db/client.ts";
import { events } from "#db/schema/catalog.ts";
import { createContext } from "../../platform/operation/context.ts";
import { given } from "../../testing/given.ts";
import { expectEquationsHold } from "../../testing/invariants.ts";
import type { EventId } from "../contract.ts";
import { getEvent, listEventSessions, listEvents } from "../queries.ts";
import { createEvent } from "./create-event.ts";

const event = {
  title: "첫눈 콘서트",
  description: "겨울밤의 한 시간",
  venue: "서울",
  status: "PUBLISHED",
} as const;
const eventSession = {
  salesOpenAt: new Date(Date.now() - 3_600_000).toISOString(),
  ...{ startsAt: "2040-05-01T19:30:00+09:00", salesCloseAt: "2040-05-01T19:30:00+09:00" },
  ...{ price: 30_000, totalStock: 50 },
};

afterEach(expectEquationsHold);

it("makes an event that is on sale at once", async () => {
  const seller = await given.person("SELLER");
  const { id } = await createEvent(seller.ctx(), { ...event, eventSession });
  expect(await listEventSessions(createContext(), { eventId: id })).toEqual([
    expect.objectContaining({ price: 30_000, totalStock: 50, remainingStock: 50, status: "OPEN" }),
  ]);
});

it("makes nothing where its first event session cannot be", async () => {
  const seller = await given.person("SELLER");
  const before = await db.$count(events);
  const ended = { ...eventSession, salesCloseAt: "2025-12-31T00:00:00+09:00" };
  await expect(createEvent(seller.ctx(), { ...event, eventSession: ended })).rejects.toMatchObject({
    reason: "invalid_argument",
    params: { path: "salesCloseAt" },
  });
  expect(await db.$count(events)).toBe(before);
});

it("is a draft that only its owner sees, unless it is told otherwise", async () => {
  const [seller, other] = [await given.person("SELLER"), await given.person("SELLER")];
  const { status: _, ...draft } = event;
  const { id } = await createEvent(seller.ctx(), draft);
  expect(await getEvent(seller.ctx(), { eventId: id })).toMatchObject({ status: "DRAFT" });
  await expect(getEvent(other.ctx(), { eventId: id })).rejects.toMatchObject({ reason: "not_found" });
});

it.each([
  ["cancelDeadlineAt", { cancelDeadlineAt: "2001-01-01T00:00:00Z" }],
  ["cancelDeadlineAt", { cancelDeadlineAt: "2040-05-01T10:31:00Z" }],
  ["salesCloseAt", { salesCloseAt: "2026-01-02T00:00:00Z" }],
  ["startsAt", { startsAt: "2404-05-01T10:30:00Z" }],
  ["salesOpenAt", { salesOpenAt: "2019-12-01T10:00:00Z" }],
])("refuses a %s that would cheat buyers or is a slip", async (path, dates) => {
  const seller = await given.person("SELLER");
  await expect(
    createEvent(seller.ctx(), { ...event, eventSession: { ...eventSession, ...dates } }),
  ).rejects.toMatchObject({ reason: "invalid_argument", params: { path } });
});

it("lets buyers of a sale on the last day cancel until the start", async () => {
  const { startsAt, cancelDeadlineAt } = await given.saleOpen({ startsInHours: 3 });
  expect(cancelDeadlineAt).toBe(startsAt);
});

it("is listed a page at a time, without what it says at length", async () => {
  const seller = await given.person("SELLER");
  for (let number = 0; number < 5; number++) await createEvent(seller.ctx(), event);
  const all = await listEvents(createContext(), { limit: 50 });
  expect(all.length).toBeGreaterThanOrEqual(5);
  expect(all[0]).not.toHaveProperty("description");
  const paged: typeof all = [];
  for (let after: EventId | undefined; ; after = paged.at(-1)?.id) {
    const page = await listEvents(createContext(), { limit: 2, ...(after && { after }) });
    paged.push(...page);
    if (page.length < 2) break;
  }
  expect(paged.map(({ id }) => id)).toEqual(all.map(({ id }) => id));
  await expect(listEvents(createContext(), { limit: 51 })).rejects.toMatchObject({
    reason: "invalid_argument",
  });
});
