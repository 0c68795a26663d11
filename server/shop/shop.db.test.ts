import { drizzle } from "drizzle-orm/postgres-js";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { openPool } from "#db/driver.ts";
import { cancelEventSession } from "../cancellations/commands/cancel-event-session.ts";
import { createEvent } from "../catalog/commands/create-event.ts";
import { createEventSession } from "../catalog/commands/create-event-session.ts";
import { updateEvent } from "../catalog/commands/update-event.ts";
import { updateEventSession } from "../catalog/commands/update-event-session.ts";
import type { EventId } from "../catalog/contract.ts";
import { eventIdOf } from "../catalog/sales.store.ts";
import { releaseHold } from "../holds/commands/release-hold.ts";
import { env } from "../platform/config/env.ts";
import { databaseNow } from "../platform/database/clock.ts";
import { createContext } from "../platform/operation/context.ts";
import { clock } from "../testing/clock.ts";
import { given, type Person } from "../testing/given.ts";
import { browseEvents, listPlaces } from "./queries.ts";
import { SHOP_SECTIONS, type ShopSection } from "./values.ts";

const pool = openPool(env.DATABASE_URL, { connectionsMax: 20 });
const asked: string[] = [];
const logger = { logQuery: (text: string) => void asked.push(text) };
/** A visitor, whose questions to Postgres are written down. */
const visitor = createContext({ db: drizzle(pool, { casing: "snake_case", logger }) });
afterAll(() => pool.end());

let admin: Person;
/** Events of one test have a place of their own, by which it finds them and no others. */
let place = "";
let places = 0;
let now = 0;
beforeEach(async () => {
  admin = await given.person("ADMIN");
  now = (await databaseNow(visitor.db)).getTime();
  place = `곳${++places}`;
});

interface Session {
  readonly startsIn: number;
  readonly opensIn?: number;
  readonly stock?: number;
}

const inHours = (hours: number) => new Date(now + hours * 3_600_000).toISOString();

const addSession = (eventId: EventId, { startsIn, opensIn = -1, stock = 2 }: Session) =>
  createEventSession(admin.ctx(), {
    ...{
      eventId,
      startsAt: inHours(startsIn),
      salesOpenAt: inHours(opensIn),
      salesCloseAt: inHours(startsIn),
    },
    ...{ price: 10_000 * startsIn, totalStock: stock },
  });

async function givenEvent(title: string, ...sessions: readonly Session[]) {
  const venue = `${place} · 소극장`;
  const event = await createEvent(admin.ctx(), { title, description: "밤", venue, status: "PUBLISHED" });
  const made = [];
  for (const session of sessions) made.push(await addSession(event.id, session));
  return { id: event.id, sessions: made.map(({ id }) => id) };
}

const titles = async (section: ShopSection, wanted: object = {}) =>
  (await browseEvents(visitor, { section, place, ...wanted })).items.map(({ title }) => title);
const sections = async () =>
  Object.fromEntries(await Promise.all(SHOP_SECTIONS.map(async (one) => [one, await titles(one)] as const)));

/** How many questions about lists Postgres was asked; what time it is is asked once a second. */
async function questionsOf(work: () => Promise<unknown>): Promise<number> {
  asked.length = 0;
  await work();
  return asked.filter((text) => /\bevents\b|event_sessions/.test(text)).length;
}

describe("the shop's sections", () => {
  it("have each event once, by what it sells now", async () => {
    await givenEvent("둘째 공연", { startsIn: 50 });
    await givenEvent("첫째 공연", { startsIn: 60, opensIn: 20 }, { startsIn: 40 }, { startsIn: 45 });
    await givenEvent("나중에 열림", { startsIn: 30, opensIn: 9 });
    await givenEvent("먼저 열림", { startsIn: 70, opensIn: 8 }, { startsIn: 71, opensIn: 7 });
    await givenEvent("일정 없음");
    const taken = await givenEvent("매진", { startsIn: 55, stock: 1 });
    const [buyer] = await given.two();
    await given.hold(buyer, taken.sessions[0] as never, 1);
    const stopped = await givenEvent("멈춤", { startsIn: 33 });
    await updateEventSession(admin.ctx(), { id: stopped.sessions[0] as never, status: "CLOSED" });
    await createEvent(admin.ctx(), { title: "초안", description: "밤", venue: `${place} 1` });

    expect(await sections()).toEqual({
      ON_SALE: ["첫째 공연", "둘째 공연"],
      OPENING: ["먼저 열림", "나중에 열림", "일정 없음"],
      SOLD_OUT: ["매진"],
      OVER: ["멈춤"],
    });
    const { items } = await browseEvents(visitor, { section: "ON_SALE", place });
    expect(items[0]).toMatchObject({ saleStatus: "OPEN", priceFrom: 400_000, isCancelled: false });
  });

  it("follow the clock, and a sale that sells out or is cancelled", async () => {
    const { sessions } = await givenEvent("밤", { startsIn: 3, opensIn: 1, stock: 1 });
    expect(await sections()).toMatchObject({ OPENING: ["밤"], ON_SALE: [] });
    await clock.move(3600);
    expect(await sections()).toMatchObject({ OPENING: [], ON_SALE: ["밤"] });
    const [buyer] = await given.two();
    const { holdId } = await given.hold(buyer, sessions[0] as never, 1);
    expect(await sections()).toMatchObject({ ON_SALE: [], SOLD_OUT: ["밤"] });
    await releaseHold(buyer.ctx(), { holdId });
    expect(await sections()).toMatchObject({ ON_SALE: ["밤"], SOLD_OUT: [] });
    await cancelEventSession(admin.ctx(), { id: sessions[0] as never, reason: "비" });
    expect(await sections()).toMatchObject({ ON_SALE: [], OVER: ["밤"] });
    const { items } = await browseEvents(visitor, { section: "OVER", place });
    expect(items).toMatchObject([{ isCancelled: true, priceFrom: null }]);
  });

  it("are read by pages, and a cursor belongs to its section", async () => {
    for (const hours of [5, 3, 4, 6, 7]) await givenEvent(`${hours}시간 뒤`, { startsIn: hours });
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await browseEvents(visitor, { section: "ON_SALE", place, limit: 2, cursor });
      seen.push(...page.items.map(({ title }) => title));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual([3, 4, 5, 6, 7].map((hours) => `${hours}시간 뒤`));
    const first = await browseEvents(visitor, { section: "ON_SALE", place, limit: 2 });
    const wrong = browseEvents(visitor, { section: "OVER", cursor: first.nextCursor ?? "" });
    await expect(wrong).rejects.toMatchObject({ reason: "invalid_argument" });
  });

  it("have pages of events without dates behind those with dates", async () => {
    await givenEvent("날짜 있음", { startsIn: 9, opensIn: 1 });
    for (const title of ["가", "나", "다"]) await givenEvent(title);
    const first = await browseEvents(visitor, { section: "OPENING", place, limit: 2 });
    expect(first.items.map(({ title }) => title)).toEqual(["날짜 있음", "가"]);
    const rest = { cursor: first.nextCursor ?? "", limit: 2 };
    expect(await titles("OPENING", rest)).toEqual(["나", "다"]);
  });
});

describe("the shop's filters", () => {
  it("find words as they are typed, in title and venue", async () => {
    await givenEvent("첫눈 콘서트", { startsIn: 5 });
    await givenEvent("한겨울 Jazz-Night", { startsIn: 6 });
    for (const [search, found] of [
      ["ㅊㄴ", "첫눈 콘서트"],
      ["처", "첫눈 콘서트"],
      ["ㅋㅅㅌ ㅊ", "첫눈 콘서트"],
      ["겨울 ja", "한겨울 Jazz-Night"],
      ["night", "한겨울 Jazz-Night"],
    ] as const)
      expect([search, await titles("ON_SALE", { search })]).toEqual([search, [found]]);
    expect(await titles("ON_SALE", { search: "소극" })).toHaveLength(2);
    expect(await titles("ON_SALE", { search: "봄" })).toEqual([]);
    expect(await titles("ON_SALE", { search: "!!" })).toEqual([]);
  });

  it("show an event by the dates that are asked for", async () => {
    await givenEvent("두 날", { startsIn: 24, stock: 1 }, { startsIn: 24 * 5 });
    const dayOf = (hours: number) =>
      new Date(Date.parse(inHours(hours)) + 9 * 3_600_000).toISOString().slice(0, 10);
    expect(await titles("ON_SALE", { since: dayOf(24 * 5), until: dayOf(24 * 5) })).toEqual(["두 날"]);
    expect(await titles("ON_SALE", { since: dayOf(24 * 3), until: dayOf(24 * 3) })).toEqual([]);
    const { items } = await browseEvents(visitor, { section: "ON_SALE", place, since: dayOf(24 * 5) });
    expect(items[0]?.startsAt?.slice(0, 13)).toBe(inHours(24 * 5).slice(0, 13));
  });

  it("know the places of what is published", async () => {
    await givenEvent("밤", { startsIn: 5 });
    expect(await listPlaces(visitor, {})).toContain(place);
  });
});

it("Postgres is asked for a list once, until something of it changes", async () => {
  const { id, sessions } = await givenEvent("밤", { startsIn: 500, stock: 5 });
  const look = () => sections();
  await look();
  expect(await questionsOf(look)).toBe(0);
  // Tickets that are held change no list while others are left.
  const [buyer] = await given.two();
  await given.hold(buyer, sessions[0] as never, 1);
  expect(await questionsOf(look)).toBe(0);
  await updateEvent(admin.ctx(), { eventId: id, title: "새 밤" });
  expect(await questionsOf(look)).toBeGreaterThan(0);
  expect(await titles("ON_SALE")).toEqual(["새 밤"]);
  expect(await eventIdOf(visitor, sessions[0] as never)).toBe(id);
});
