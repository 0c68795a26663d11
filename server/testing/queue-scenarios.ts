import { describe, expect, it } from "vitest";
import { inTransaction } from "#server/platform/database/transaction.ts";
import type { RedisClient } from "#server/platform/redis/redis.ts";
import { newId } from "#server/platform/values/ids.ts";
import { leaveQueue } from "#server/queue/commands/leave-queue.ts";
import type { PlaceStatus } from "#server/queue/contract.ts";
import { checkAdmission, getServing } from "#server/queue/queries.ts";
import { spendAdmissions } from "#server/queue/steps/spend-admissions.ts";
import { type GivenQueue, givenQueue, type Newcomer, reasonOf } from "./queue.ts";
import { until } from "./until.ts";

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** What a queue promises on any Redis: run against one server and against a cluster. */
export function queueScenarios(redis: () => RedisClient): void {
  const given = (settings?: Parameters<typeof givenQueue>[1]) => givenQueue(redis(), settings);
  describe("joining", () => joining(given));
  describe("admission", () => admission(given));
  describe("absence", () => absence(given));
  describe("looking", () => looking(given));
  describe("the stock", () => stock(given));
  describe("tokens", () => tokens(given));
}

type Given = (settings?: Parameters<typeof givenQueue>[1]) => Promise<GivenQueue>;

const people = (queue: GivenQueue, count: number): Newcomer[] =>
  Array.from({ length: count }, () => queue.newcomer());

const joinInTurn = async (queue: GivenQueue, count: number) => {
  const joined = [];
  for (const person of people(queue, count)) joined.push({ person, place: await person.join() });
  return joined as [Joined, ...Joined[]];
};
type Joined = { readonly person: Newcomer; readonly place: Awaited<ReturnType<Newcomer["join"]>> };

const admissionOf = async ({ person, place }: Joined, queue: GivenQueue) => {
  const { eventSessionId } = queue;
  const refusal = await checkAdmission(person.ctx, { eventSessionId, queueToken: place.queueToken });
  return refusal?.reason ?? "admitted";
};

function joining(given: Given): void {
  it("issuesTokenWithPosition", async () => {
    const queue = await given({ admitLimit: 1 });
    const [first, second, third] = await joinInTurn(queue, 3);
    const admissionEnds = new Date(queue.clock.now() + 2 * MINUTE).toISOString();
    const placeEnds = new Date(queue.clock.now() + 5 * MINUTE).toISOString();
    expect(first.place).toMatchObject({ number: 1, position: 0, allowed: true, expiresAt: admissionEnds });
    expect(second?.place).toMatchObject({ number: 2, position: 1, allowed: false, expiresAt: placeEnds });
    expect(third?.place).toMatchObject({ number: 3, position: 2, allowed: false });
    expect(new Set([first, second, third].map((joined) => joined?.place.queueToken)).size).toBe(3);
  });

  it("gives 1,000 people who join at once the numbers 1 to 1,000, each once", async () => {
    const queue = await given({ admitLimit: 10, admitRatePerSecond: 10 });
    const places = await Promise.all(people(queue, 1000).map((person) => person.join()));
    const numbers = places.map(({ number }) => number).sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 1000 }, (_, index) => index + 1));
    expect(places.filter(({ allowed }) => allowed).map(({ number }) => number)).toEqual(
      expect.arrayContaining([1, 10]),
    );
    expect(places.filter(({ allowed }) => allowed)).toHaveLength(10);
  });

  it("gives the same place and token to who asks again, also when asked twice at once", async () => {
    const queue = await given({ admitLimit: 1 });
    await queue.newcomer().join();
    const person = queue.newcomer();
    const [first, second] = await Promise.all([person.join(), person.join()]);
    await queue.newcomer().join();
    expect(second).toEqual(first);
    expect(await person.join()).toEqual(first);
  });

  it("rejectsWhenQueueIsFull", async () => {
    const queue = await given({ admitLimit: 1, maxLength: 3 });
    const [first] = await joinInTurn(queue, 3);
    const late = queue.newcomer();
    await expect(late.join()).rejects.toMatchObject({
      reason: "line_full",
      status: 429,
      retryAfterSeconds: 30,
    });
    expect(await first.person.join()).toEqual(first.place);
    await leaveQueue(first.person.ctx, { token: first.place.queueToken });
    expect(await late.join()).toMatchObject({ number: 4 });
  });

  it("lets the next in when an admitted person leaves, and leaving twice changes nothing", async () => {
    const queue = await given({ admitLimit: 1 });
    const [first, second] = await joinInTurn(queue, 2);
    const leave = () => leaveQueue(first.person.ctx, { token: first.place.queueToken });
    expect(await leave()).toEqual({ left: true });
    expect(await leave()).toEqual({ left: false });
    expect(await second?.person.join()).toMatchObject({ number: 2, position: 0, allowed: true });
    expect(await reasonOf(first.person.ask(first.place.queueToken))).toBe("place_lost");
  });
}

function admission(given: Given): void {
  it("allowsWhenWithinWindow", async () => {
    const queue = await given();
    const [joined] = await joinInTurn(queue, 1);
    await queue.clock.forward(1 * MINUTE + 59 * SECOND);
    expect(await admissionOf(joined, queue)).toBe("admitted");
    expect(await joined.person.ask(joined.place.queueToken)).toMatchObject({ allowed: true, position: 0 });
    await queue.clock.forward(999);
    expect(await admissionOf(joined, queue)).toBe("admitted");
    await queue.clock.forward(1);
    expect(await admissionOf(joined, queue)).toBe("admission_expired");
    await queue.clock.forward(1 * SECOND);
    expect(await admissionOf(joined, queue)).toBe("admission_expired");
    expect(await reasonOf(joined.person.ask(joined.place.queueToken))).toBe("admission_expired");
    expect(await joined.person.join()).toMatchObject({ number: 2 });
    expect(await admissionOf(joined, queue)).toBe("place_lost");
  });

  it("tells who is not admitted yet how many are left", async () => {
    const queue = await given({ admitLimit: 1 });
    const [, , third] = await joinInTurn(queue, 3);
    const { eventSessionId } = queue;
    const queueToken = third?.place.queueToken ?? "";
    const refusal = await checkAdmission(third?.person.ctx as never, { eventSessionId, queueToken });
    expect(refusal).toMatchObject({ reason: "not_admitted", status: 409, params: { position: 2 } });
    expect(await third?.person.ask(queueToken)).toMatchObject({
      position: 2,
      ahead: 1,
      total: 2,
      allowed: false,
    });
  });

  it("never admits more than the limit at once, and passes unused admissions on in order", async () => {
    const queue = await given({ admitLimit: 7, admitRatePerSecond: 1000 });
    const places = await Promise.all(people(queue, 100).map((person) => person.join()));
    expect(places.filter(({ allowed }) => allowed)).toHaveLength(7);
    await Promise.all(Array.from({ length: 50 }, () => queue.advance()));
    expect(await queue.advance()).toMatchObject({ admitted: 7, serving: 7, waiting: 93 });
    await queue.clock.forward(2 * MINUTE);
    expect(await queue.advance()).toMatchObject({ admitted: 7, serving: 14, waiting: 86, entries: 14 });
  });

  it("never lets in more than the rate within any second", async () => {
    const queue = await given({ admitLimit: 1000, admitRatePerSecond: 20 });
    await Promise.all(people(queue, 300).map((person) => person.join()));
    const entered: [atMs: number, entries: number][] = [];
    for (let step = 0; step < 60; step++) {
      const queues = await Promise.all(Array.from({ length: 5 }, () => queue.advance()));
      entered.push([queue.clock.now(), Math.max(...queues.map(({ entries }) => entries))]);
      await queue.clock.forward(step % 7 === 0 ? 333 : 90);
    }
    for (const [start, before] of entered) {
      const within = entered.filter(([at]) => at > start && at <= start + SECOND).at(-1);
      if (within) expect(within[1] - before).toBeLessThanOrEqual(20);
    }
    expect(entered.at(-1)?.[1]).toBeGreaterThan(120);
  });

  it("lets the next ones in exactly a second after, and hundreds in one go where the bounds allow it", async () => {
    const slow = await given({ admitLimit: 1000, admitRatePerSecond: 3 });
    await joinInTurn(slow, 9);
    await slow.clock.forward(999);
    expect(await slow.advance()).toMatchObject({ serving: 3 });
    await slow.clock.forward(1);
    expect(await slow.advance()).toMatchObject({ serving: 6 });

    const wide = await given({ stock: 700, admitLimit: 1000, admitRatePerSecond: 1000 });
    await wide.move("hold", 700);
    await Promise.all(people(wide, 700).map((person) => person.join()));
    expect(await wide.advance()).toMatchObject({ waiting: 700, admitted: 0 });
    await wide.move("release", 700);
    expect(await wide.advance()).toMatchObject({ waiting: 0, admitted: 700, serving: 700 });
  });

  it("goes on when the clock is set back, and no one who left long ago keeps a slot", async () => {
    const queue = await given({ admitLimit: 2, admitRatePerSecond: 2 });
    await joinInTurn(queue, 4);
    await queue.clock.forward(-60 * MINUTE);
    expect(await queue.advance()).toMatchObject({ admitted: 2, serving: 2 });
    await queue.clock.forward(2 * MINUTE);
    expect(await queue.advance()).toMatchObject({ admitted: 2, serving: 4 });
  });

  it("spends an admission once, lets the next in, and never touches anyone else's", async () => {
    const queue = await given({ admitLimit: 1 });
    const [first, second, third] = await joinInTurn(queue, 3);
    const spend = () =>
      inTransaction(first.person.ctx, async (tx) =>
        spendAdmissions(tx, queue.eventSessionId, [first.person.userId, newId("user")]),
      );
    await Promise.all([spend(), spend()]);
    await spend();
    expect(await admissionOf(first, queue)).toBe("admission_spent");
    expect(await admissionOf(second as Joined, queue)).toBe("admitted");
    expect(await admissionOf(third as Joined, queue)).toBe("not_admitted");
    expect(await first.person.join()).toMatchObject({ number: 4, position: 2 });
  });
}

function absence(given: Given): void {
  it("keeps the place of who asks within 5 minutes and drops it after", async () => {
    const queue = await given({ admitLimit: 1 });
    const [, asks, absent] = await joinInTurn(queue, 3);
    await queue.clock.forward(4 * MINUTE + 59 * SECOND);
    // The first admission has run out meanwhile, so the first person to ask is admitted.
    expect(await asks?.person.ask(asks.place.queueToken)).toMatchObject({ position: 0, allowed: true });
    expect(await absent?.person.ask(absent.place.queueToken)).toMatchObject({ position: 1 });
    await queue.clock.forward(1 * MINUTE);
    expect(await absent?.person.ask(absent.place.queueToken)).toMatchObject({ position: 1 });
    await queue.clock.forward(5 * MINUTE + 1 * SECOND);
    expect(await reasonOf(absent?.person.ask(absent.place.queueToken) as Promise<unknown>)).toBe(
      "place_lost",
    );
    expect(await absent?.person.join()).toMatchObject({ number: 4 });
  });

  it("reaches the one who is there past any number of absent people at once", async () => {
    const queue = await given({ admitLimit: 1 });
    await queue.newcomer().join();
    await Promise.all(people(queue, 900).map((person) => person.join()));
    const [present] = await joinInTurn(queue, 1);
    await queue.clock.forward(4 * MINUTE);
    // The queue admits no one while the sale is paused, so the absent people are all still ahead.
    await queue.move("hold", 100);
    expect(await present.person.ask(present.place.queueToken)).toMatchObject({ position: 901 });
    await queue.clock.forward(1 * MINUTE + 1 * SECOND);
    expect(await queue.advance()).toMatchObject({ waiting: 1 });
    await queue.move("release", 100);
    expect(await queue.advance()).toMatchObject({ serving: 902, admitted: 1, waiting: 0 });
    expect(await admissionOf(present, queue)).toBe("admitted");
  });

  it("does not count the absent towards a full queue", async () => {
    const queue = await given({ admitLimit: 1, maxLength: 500 });
    await Promise.all(people(queue, 500).map((person) => person.join()));
    const late = queue.newcomer();
    expect(await reasonOf(late.join())).toBe("line_full");
    await queue.clock.forward(5 * MINUTE);
    expect(await late.join()).toMatchObject({ number: 501, allowed: true });
  });
}

function stock(given: Given): void {
  it("admits no one before sales open or after they close", async () => {
    const before = await given({ opensInMs: 60_000 });
    expect(await reasonOf(before.newcomer().join())).toBe("sales_not_open");
    const after = await given({ opensInMs: -2000, closesInMs: -1000 });
    expect(await reasonOf(after.newcomer().join())).toBe("sales_closed");
  });

  it("waits while everything left is held, and moves when stock comes back", async () => {
    const queue = await given({ stock: 2, admitLimit: 5 });
    await queue.move("hold", 2);
    const [waits] = await joinInTurn(queue, 1);
    expect(waits.place).toMatchObject({ number: 1, position: 1, allowed: false });
    expect(await waits.person.ask(waits.place.queueToken)).toMatchObject({ estimatedWaitSeconds: null });
    await queue.move("release", 1);
    expect(await waits.person.ask(waits.place.queueToken)).toMatchObject({ position: 0, allowed: true });
  });

  it("says sold out once nothing is left and nothing is held", async () => {
    const queue = await given({ stock: 2 });
    await queue.move("hold", 2);
    await queue.move("sell", 2);
    expect(await reasonOf(queue.newcomer().join())).toBe("sold_out");
  });

  it("lets no one in while letting in is paused, keeps every place, and goes on from there", async () => {
    const queue = await given({ stock: 5, admitLimit: 2 });
    const [inside, next, last] = await joinInTurn(queue, 3);
    const ask = ({ person, place }: Joined) => person.ask(place.queueToken) as Promise<PlaceStatus>;
    await queue.setAdmission("PAUSED");
    expect(await admissionOf(inside, queue)).toBe("admitted");
    for (const { person, place } of [inside, next as Joined])
      await leaveQueue(person.ctx, { token: place.queueToken });
    expect(await ask(last as Joined)).toMatchObject({
      ...{ position: 1, allowed: false, standing: "ADMISSION_PAUSED", estimatedWaitSeconds: null },
    });
    const [joined] = await joinInTurn(queue, 1);
    expect(joined.place).toMatchObject({ number: 4, allowed: false });
    await queue.setAdmission("OPEN");
    expect(await ask(last as Joined)).toMatchObject({ position: 0, allowed: true, standing: "MOVING" });
    expect((await ask(joined)).allowed).toBe(true);
  });

  it("tells waiting people that the sale is paused, goes on, or is over for good, each by its own reason", async () => {
    const queue = await given({ stock: 2, admitLimit: 1 });
    const [, waits] = await joinInTurn(queue, 2);
    const ask = () => waits?.person.ask(waits.place.queueToken) as Promise<PlaceStatus>;
    const serving = async () =>
      (await getServing(queue.newcomer().ctx, { sessionId: queue.eventSessionId })).standing;
    await queue.setSales("CLOSED");
    expect(await ask()).toMatchObject({ position: 1, standing: "PAUSED", estimatedWaitSeconds: null });
    expect(await reasonOf(queue.newcomer().join())).toBe("sales_paused");
    await queue.setSales("OPEN");
    expect(await ask()).toMatchObject({ position: 1, standing: "MOVING" });
    await queue.move("hold", 2);
    expect(await ask()).toMatchObject({ standing: "WAITING_FOR_HOLDS" });
    await queue.move("sell", 2);
    expect(await reasonOf(ask())).toBe("sold_out");
    await until(async () => (await serving()) === "SOLD_OUT");
    await queue.withdraw();
    expect(await reasonOf(ask())).toBe("event_withdrawn");
    expect(await reasonOf(queue.newcomer().join())).toBe("event_withdrawn");
    await until(async () => (await serving()) === "WITHDRAWN");
  });
}

function looking(given: Given): void {
  it("shows a place without giving, keeping or moving one", async () => {
    const queue = await given({ admitLimit: 1 });
    const stranger = queue.newcomer();
    expect(await stranger.look()).toBeNull();
    expect(await queue.advance()).toMatchObject({ issued: 0, waiting: 0, admitted: 0 });
    const [first, second] = await joinInTurn(queue, 2);
    expect(await first.person.look()).toEqual(first.place);
    await queue.clock.forward(3 * MINUTE);
    expect(await first.person.look()).toBeNull();
    // The read admitted no one, though the first admission is over, and did not prolong the place.
    expect(await second?.person.look()).toEqual(second?.place);
    await queue.clock.forward(2 * MINUTE);
    expect(await second?.person.look()).toBeNull();
    expect(await queue.advance()).toMatchObject({ issued: 2, waiting: 0 });
  });
}

function tokens(given: Given): void {
  it("refuses a forged token, another person's, and one of another queue", async () => {
    const [queue, other] = [await given(), await given()];
    const [joined] = await joinInTurn(queue, 1);
    const { queueToken } = joined.place;
    const check = (person: Newcomer, token: string, at = queue) =>
      checkAdmission(person.ctx, { eventSessionId: at.eventSessionId, queueToken: token });
    expect(await check(joined.person, `${queueToken.slice(0, -2)}AA`)).toMatchObject({
      reason: "bad_queue_token",
    });
    expect(await check(joined.person, "x")).toMatchObject({ reason: "bad_queue_token", status: 400 });
    expect(await check(joined.person, queueToken, other)).toMatchObject({ reason: "bad_queue_token" });
    expect(await check(queue.newcomer(), queueToken)).toMatchObject({
      reason: "foreign_queue_token",
      status: 403,
    });
    expect(await reasonOf(queue.newcomer().ask(queueToken))).toBe("foreign_queue_token");
    expect(await check(joined.person, queueToken)).toBeNull();
  });
}
