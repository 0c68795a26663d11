import { eq } from "drizzle-orm";
import { afterEach, describe, expect, it, vi } from "vitest";
import { db } from "#db/client.ts";
import { seats } from "#db/schema/seats.ts";
import type { EventSessionId } from "../catalog/contract.ts";
import { createContext, type Tx } from "../platform/operation/context.ts";
import { redis } from "../platform/redis/redis.ts";
import { packStates, unpackStates } from "../platform/values/packed-states.ts";
import type { SeatId } from "../seats/contract.ts";
import { packedStatesOf, publishMoves } from "../seats/states.store.ts";
import { startApi } from "../testing/api-processes.ts";
import { clients } from "../testing/clients.ts";
import { given, newKey } from "../testing/given.ts";
import { givenHall, hallOf } from "../testing/halls.ts";
import { expectEquationsHold } from "../testing/invariants.ts";
import { patient } from "../testing/patience.ts";
import { listenTo } from "../testing/streams.ts";
import { until } from "../testing/until.ts";
import { releaseHold } from "./commands/release-hold.ts";
import type { SeatNews } from "./contract.ts";
import { seatWatch } from "./live.ts";
import { seatStates } from "./queries.ts";

const ctx = createContext();
const watches: AbortController[] = [];
afterEach(() => {
  for (const watch of watches.splice(0)) watch.abort();
  vi.restoreAllMocks();
});

const aHall = () => givenHall({ plan: hallOf({ rows: 1, seatsPerRow: 6 }), house: ["R석-1-6"] });
const statesOf = async (id: EventSessionId) => [...unpackStates((await seatStates(ctx, { id })).states, 6)];

/** What a watcher knows: the states it was told, with every change. */
function knownFrom(news: readonly unknown[]): number[] {
  const [first, ...rest] = news as [Extract<SeatNews, { states: string }>, ...SeatNews[]];
  const known = [...unpackStates(first?.states ?? "", 6)];
  for (const item of rest)
    for (const [place, state] of "changes" in item ? item.changes : []) known[place] = state;
  return known;
}

function watch(id: EventSessionId) {
  const abort = new AbortController();
  watches.push(abort);
  const news: SeatNews[] = [];
  const ended = (async () => {
    for await (const item of seatWatch.run(ctx, { id }, abort.signal)) news.push(item);
  })();
  return { news, ended, known: () => knownFrom(news), stop: () => abort.abort() };
}

/** A move that is committed and never pushed, as by a process that dies at that moment. */
const moveUnpushed = (id: SeatId, state: "available" | "soldout", version: number) =>
  db.update(seats).set({ state, version }).where(eq(seats.id, id));

describe("the states", () => {
  it("are those of each seat, the house's too, and follow each hold, purchase and release", async () => {
    const { id, ids, drawingVersion } = await aHall();
    expect(await seatStates(ctx, { id })).toMatchObject({ version: drawingVersion });
    expect(await statesOf(id)).toEqual([0, 0, 0, 0, 0, 3]);
    const [buyer, other] = await given.two();
    await given.paidOrder(buyer, id, ids.slice(4, 5));
    const { holdId } = await given.hold(other, id, ids.slice(0, 2));
    await until(async () => `${await statesOf(id)}` === "1,1,0,0,2,3");
    await releaseHold(other.ctx(), { holdId });
    await until(async () => `${await statesOf(id)}` === "0,0,0,0,2,3");
    await expectEquationsHold();
  });

  it("are read from Postgres by one of many who ask, once Redis is emptied", async () => {
    const { id, ids } = await aHall();
    await given.hold(await given.person(), id, ids.slice(0, 1));
    await redis.flushdb();
    const reads = vi.spyOn(db, "select");
    const answers = await Promise.all(Array.from({ length: 50 }, () => packedStatesOf(id)));
    expect(new Set(answers.map((packed) => packed.toString("hex"))).size).toBe(1);
    // Those who ask while it is read share what follows, which reads again only on a very slow machine.
    expect(reads.mock.calls.length).toBeLessThanOrEqual(2);
    expect(await statesOf(id)).toEqual([1, 0, 0, 0, 0, 3]);
  });

  it("are answered while Redis is away", async () => {
    const { id } = await aHall();
    redis.disconnect();
    expect([...unpackStates((await packedStatesOf(id)).toString("base64url"), 6)]).toEqual([
      0, 0, 0, 0, 0, 3,
    ]);
    await redis.connect();
  });

  it("are those of the newer of two moves of a seat, whichever comes first", async () => {
    const { id, ids } = await aHall();
    await packedStatesOf(id);
    const [row] = await db
      .select()
      .from(seats)
      .where(eq(seats.id, ids[0] as SeatId));
    if (!row) throw new Error("there is no seat");
    const push = async (state: "reserved" | "available", version: number) => {
      const works: (() => Promise<unknown>)[] = [];
      const tx = {
        afterCommit: (work: (given: typeof ctx) => Promise<unknown>) => works.push(() => work(ctx)),
      };
      publishMoves(tx as unknown as Tx, [{ ...row, state, version }]);
      for (const work of works) await work();
    };
    const known = () => redis.hget(`seat-moves:{${id}}`, "0");
    const kept = async () => (await redis.getBuffer(`seat-states:{${id}}`))?.[0];
    await push("available", 9);
    await until(async () => (await known()) === "9 0");
    await push("reserved", 8);
    // Redis answers in the order in which it is asked.
    expect([await known(), await kept()]).toEqual(["9 0", 0]);
    await push("reserved", 10);
    expect([await known(), await kept()]).toEqual(["10 1", 1]);
  });

  it("are not waited for: a hold ends though Redis never answers to its moves, and counted stock has none", async () => {
    const { id, ids } = await aHall();
    const [row] = await db
      .select()
      .from(seats)
      .where(eq(seats.id, ids[0] as SeatId));
    if (!row) throw new Error("there is no seat");
    const asked = vi.fn(() => new Promise<never>(() => {}));
    const silent = { ...ctx, redis: { evalsha: asked } as unknown as typeof redis };
    const works: Promise<unknown>[] = [];
    const tx = {
      afterCommit: (work: (given: typeof ctx) => Promise<unknown>) => works.push(work(silent)),
    } as unknown as Tx;
    publishMoves(tx, [{ ...row, place: null }]);
    expect(works).toEqual([]);
    publishMoves(tx, [row]);
    await Promise.all(works);
    expect(asked).toHaveBeenCalledTimes(1);
    const counted = await given.saleOpen();
    await given.hold(await given.person(), counted.id);
    expect(await redis.keys(`seat-*{${counted.id}}`)).toEqual([]);
    expect(await redis.keys(`seat-*{${id}}`)).toEqual([]);
  });

  it("of 20,000 seats take 6 kB at most, and are refused for seats of no map", async () => {
    const random = (index: number) => Math.floor(Math.abs(Math.sin(index) * 1e6)) % 4;
    const states = packStates(Array.from({ length: 20_000 }, (_, index) => random(index)));
    const text = JSON.stringify({ version: "x".repeat(22), states });
    // As text it is a third more, which compression takes away again.
    expect(Buffer.from(states, "base64url").length).toBeLessThanOrEqual(6000);
    expect(text.length).toBeLessThanOrEqual(7000);
    const listed = await given.seatsOpen([1000]);
    await expect(seatStates(ctx, { id: listed.id })).rejects.toMatchObject({ reason: "no_seat_map" });
  });
});

describe("watchers", () => {
  it("hear all states and then what has changed, once for all, and nothing where nothing has", async () => {
    const { id, ids } = await aHall();
    const [one, other] = [watch(id), watch(id)];
    await until(() => one.news.length === 1 && other.news.length === 1);
    const reads = vi.spyOn(redis, "getBuffer");
    await until(() => reads.mock.calls.length >= 3);
    expect([one.news.length, other.news.length]).toEqual([1, 1]);
    await given.hold(await given.person(), id, ids.slice(2, 4));
    await until(() => `${one.known()}` === "0,0,1,1,0,3");
    await until(() => other.news.length === one.news.length);
    expect(other.news[1]).toBe(one.news[1]);
    expect(one.news[1]).toEqual({
      changes: [
        [2, 1],
        [3, 1],
      ],
    });
    one.stop();
    await one.ended;
  });

  it("are right after a commit that was never pushed, and after Redis is emptied", async () => {
    const { id, ids } = await aHall();
    const watcher = watch(id);
    await until(() => watcher.news.length === 1);
    await moveUnpushed(ids[1] as SeatId, "soldout", 1);
    await until(() => `${watcher.known()}` === "0,2,0,0,0,3");
    await redis.flushdb();
    await moveUnpushed(ids[1] as SeatId, "available", 2);
    await until(() => `${watcher.known()}` === "0,0,0,0,0,3");
  });

  it("are refused where the seats are of no map", async () => {
    const { id } = await given.seatsOpen([1000]);
    await expect(watch(id).ended).rejects.toMatchObject({ reason: "no_seat_map" });
  });
});

it(
  "watchers of one process hear of holds that another one gives, and are right after it was killed",
  async () => {
    const { id, ids } = await aHall();
    const [here, other] = await Promise.all([startApi(), startApi()]);
    try {
      const stream = await listenTo(here.url, "holds.watchSeats", { id });
      await until(() => stream.data.length === 1);
      const [buyer, next] = await clients(2);
      const hold = async (who: typeof buyer, seatId: SeatId | undefined) =>
        who &&
        fetch(`${other.url}/api/reservations/hold`, {
          method: "POST",
          headers: {
            ...{ authorization: who.authorization, "content-type": "application/json" },
            "idempotency-key": newKey(),
          },
          body: JSON.stringify({
            sessionId: id,
            seatIds: [seatId],
            queueToken: await given.admitted(who, id),
          }),
        });
      expect((await hold(buyer, ids[0]))?.status).toBe(201);
      await until(() => knownFrom(stream.data)[0] === 1);
      const asked = hold(next, ids[1]).catch(() => undefined);
      await until(async () => {
        const [row] = await db
          .select()
          .from(seats)
          .where(eq(seats.id, ids[1] as SeatId));
        return row?.state === "reserved";
      });
      other.kill();
      await asked;
      await until(() => knownFrom(stream.data)[1] === 1);
      stream.close();
    } finally {
      await Promise.all([here.stop(), other.stop()]);
    }
    await expectEquationsHold();
  },
  patient(60_000),
);
