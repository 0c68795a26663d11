import { eq } from "drizzle-orm";
import { afterEach, describe, expect, it, vi } from "vitest";
import { stock } from "#db/schema/catalog.ts";
import { env } from "../platform/config/env.ts";
import { onlyRow } from "../platform/database/rows.ts";
import { inTransaction } from "../platform/database/transaction.ts";
import { createContext, type Tx } from "../platform/operation/context.ts";
import { connectRedis } from "../platform/redis/redis.ts";
import { given } from "../testing/given.ts";
import { createEventSession } from "./commands/create-event-session.ts";
import { listEventSessions, saleOf } from "./queries.ts";
import { eventIdOf, salesOf } from "./sales.store.ts";
import { moveStock, type StockMove } from "./steps/move-stock.ts";

const [KEPT_MS, MARKED_MS] = [1000, 10_000];
const ctx = createContext();
const { redis } = ctx;

afterEach(() => vi.restoreAllMocks());

/** A sale of its own event, with the ways to change its number and to look at what Redis keeps of it. */
async function givenStock(size: number) {
  const { id: eventSessionId } = await given.saleOpen({ stock: size });
  const eventId = await eventIdOf(ctx, eventSessionId);
  const key = `sales:{${eventId}}`;
  const changesKey = `sales-changes:{${eventId}}`;
  const moving = (tx: Tx, move: StockMove["move"], quantity: number) =>
    moveStock(tx, { eventSessionId, move, quantity, reason: "test" });
  return {
    eventId,
    eventSessionId,
    key,
    moving,
    move: (move: StockMove["move"], quantity: number) =>
      inTransaction(ctx, (tx) => moving(tx, move, quantity)),
    /** Holds stock as a writer that marked and committed, and died before it could publish. */
    holdAndDie: (quantity: number) =>
      inTransaction(ctx, (tx) => moving({ ...tx, afterEnd: () => {} }, "hold", quantity)),
    /** What a buyer sees, by each of the two ways there are to see it. */
    async seen() {
      const [listed, sale] = await Promise.all([
        listEventSessions(ctx, { eventId }),
        saleOf(ctx, eventSessionId),
      ]);
      return [onlyRow(listed).remainingStock, sale.remainingStock];
    },
    /** What stands in Postgres, by the transaction that asks. */
    async inPostgres(tx: Tx) {
      const rows = await tx.db.select().from(stock).where(eq(stock.eventSessionId, eventSessionId));
      return onlyRow(rows);
    },
    changesKey,
    fields: () => redis.hkeys(key),
    marks: async () => (await redis.hkeys(changesKey)).filter((field) => field.startsWith("mark:")),
    /** Makes Redis keep another number than Postgres has: who sees it asked Redis. */
    async plant(remaining: number) {
      const [version = "", ...text] = ((await redis.hget(key, eventSessionId)) ?? "").split(" ");
      const sale = { ...JSON.parse(text.join(" ")), remaining };
      await redis.hset(key, eventSessionId, `${version} ${JSON.stringify(sale)}`);
    },
  };
}

/** Holds up the next one to bring sales to Redis, after it asked Postgres for them. */
function holdUpReader() {
  const [arrived, gate] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const send = redis.evalsha.bind(redis) as (...args: unknown[]) => Promise<unknown>;
  let held = false;
  const sendLate = async (...args: unknown[]) => {
    const bringsSales = args.some((arg) => typeof arg === "string" && arg.startsWith("{"));
    if (bringsSales && !held) {
      held = true;
      arrived.resolve();
      await gate.promise;
    }
    return send(...args);
  };
  vi.spyOn(redis, "evalsha").mockImplementation(sendLate as never);
  return { arrived: arrived.promise, releaseLease: () => gate.resolve() };
}

const exactly = (remaining: number) => [remaining, remaining];

describe("what a reader sees", () => {
  it("is the committed number after each of thirty changes", async () => {
    const sale = await givenStock(100);
    let remaining = 100;
    for (let change = 1; change <= 30; change++) {
      const [move, quantity] = change % 3 === 0 ? (["release", 1] as const) : (["hold", change % 4] as const);
      await sale.move(move, quantity);
      remaining += move === "release" ? quantity : -quantity;
      expect(await sale.seen()).toEqual(exactly(remaining));
    }
  });

  it("comes from Redis as long as nothing is written, with every field as Postgres has it", async () => {
    const sale = await givenStock(10);
    const [fromPostgres] = await salesOf(sale.eventId);
    const [fromRedis] = await salesOf(sale.eventId);
    expect(fromRedis).toMatchObject({ ...fromPostgres, now: expect.anything() });
    await sale.plant(7);
    expect(await sale.seen()).toEqual(exactly(7));
  });

  it("is renewed in Redis by the writer, so that no reader goes back to Postgres after a change", async () => {
    const sale = await givenStock(10);
    await sale.seen();
    await sale.move("hold", 2);
    expect(await sale.fields()).toEqual([sale.eventSessionId]);
    expect(
      JSON.parse((await redis.hget(sale.key, sale.eventSessionId))?.replace(/^\d+ /, "") ?? ""),
    ).toMatchObject({ remaining: 8, version: 2 });
  });

  it("is all of the event's sales, though a writer knows only the one it changed", async () => {
    const sale = await givenStock(10);
    const admin = await given.person("ADMIN");
    const first = onlyRow(await listEventSessions(ctx, { eventId: sale.eventId }));
    const { startsAt, salesOpenAt, salesCloseAt, price } = first;
    const times = { startsAt, salesOpenAt, salesCloseAt, price };
    await createEventSession(admin.ctx(), { eventId: sale.eventId, ...times, totalStock: 5 });
    await sale.move("hold", 1);
    const seen = async () => {
      const listed = await listEventSessions(ctx, { eventId: sale.eventId });
      return listed.map(({ remainingStock }) => remainingStock).sort((a, b) => a - b);
    };
    expect(await seen()).toEqual([5, 9]);
    await sale.move("hold", 1);
    expect(await seen()).toEqual([5, 8]);
  });

  it("is the old number until the commit, and the new one as soon as the writer is answered", async () => {
    const sale = await givenStock(10);
    await sale.seen();
    await inTransaction(ctx, async (tx) => {
      await sale.moving(tx, "hold", 4);
      expect(await sale.marks()).toHaveLength(1);
      expect(await sale.seen()).toEqual(exactly(10));
    });
    expect(await sale.seen()).toEqual(exactly(6));
    expect(await sale.marks()).toEqual([]);
  });

  it("was always committed and never goes back, however many read while twenty write", async () => {
    const [WRITERS, CHANGES, READERS] = [20, 8, 6];
    const sale = await givenStock(1000);
    /** Each committed number by its version. */
    const committed = new Map([[1, 1000]]);
    const reads: { since: number; version: number; remaining: number }[] = [];
    /** The newest version that anyone was told of, by a read or by the end of a commit. */
    let told = 1;
    let writing = true;

    const read = async () => {
      const since = told;
      const { version, remaining } = onlyRow(await salesOf(sale.eventId));
      reads.push({ since, version, remaining });
      told = Math.max(told, version);
    };
    const writer = async (index: number) => {
      for (let change = 0; change < CHANGES; change++) {
        const { version, remaining } = await inTransaction(ctx, async (tx) => {
          await sale.moving(tx, change % 4 === 3 ? "release" : "hold", 1 + (index % 3));
          return sale.inPostgres(tx);
        });
        committed.set(version, remaining);
        told = Math.max(told, version);
        await read();
      }
    };
    const reader = async () => {
      do await read();
      while (writing);
    };
    const readers = Array.from({ length: READERS }, reader);
    await Promise.all(Array.from({ length: WRITERS }, (_, index) => writer(index)));
    writing = false;
    await Promise.all(readers);

    expect(committed.size).toBe(1 + WRITERS * CHANGES);
    expect(reads.filter(({ version, remaining }) => committed.get(version) !== remaining)).toEqual([]);
    expect(reads.filter(({ since, version }) => version < since)).toEqual([]);
    const last = committed.get(1 + WRITERS * CHANGES) ?? Number.NaN;
    expect(await sale.seen()).toEqual(exactly(last));
    expect(await sale.marks()).toEqual([]);
  });
});

describe("a writer that died between its commit and its word", () => {
  it("leaves a mark, and while it stands everyone asks Postgres and no one fills Redis", async () => {
    const sale = await givenStock(10);
    await sale.seen();
    await sale.holdAndDie(3);
    expect(await sale.marks()).toHaveLength(1);
    await sale.plant(9);
    expect(await sale.seen()).toEqual(exactly(7));
    await redis.del(sale.key);
    expect(await sale.seen()).toEqual(exactly(7));
    expect(await sale.fields()).toEqual([]);
  });

  it("does not keep the others from being exact", async () => {
    const sale = await givenStock(10);
    await sale.seen();
    await sale.holdAndDie(3);
    await sale.move("hold", 2);
    expect(await sale.seen()).toEqual(exactly(5));
    expect(await sale.marks()).toHaveLength(1);
  });

  it("is forgotten after a while, which no reader puts off", async () => {
    const sale = await givenStock(10);
    await sale.holdAndDie(3);
    const markedMs = await redis.pttl(sale.changesKey);
    expect(markedMs > KEPT_MS && markedMs <= MARKED_MS).toBe(true);
    await redis.pexpire(sale.changesKey, 2000);
    expect(await sale.seen()).toEqual(exactly(7));
    expect(await redis.pttl(sale.changesKey)).toBeLessThanOrEqual(2000);
    await redis.pexpire(sale.changesKey, 0);
    expect(await sale.seen()).toEqual(exactly(7));
    expect(await sale.fields()).toEqual([sale.eventSessionId]);
    await sale.move("release", 1);
    expect(await sale.seen()).toEqual(exactly(8));
  });

  it("leaves nothing for ever: what Redis keeps of a sale has an end, which no writer puts off", async () => {
    const sale = await givenStock(10);
    const leftMs: number[] = [];
    await sale.seen();
    leftMs.push(await redis.pttl(sale.key));
    await redis.pexpire(sale.key, 500);
    await sale.move("hold", 1);
    leftMs.push(await redis.pttl(sale.key));
    const [filled = 0, renewed = 0] = leftMs;
    expect(filled > 0 && filled <= KEPT_MS).toBe(true);
    expect(renewed > 0 && renewed <= 500).toBe(true);
  });
});

describe("a writer whose transaction was rolled back", () => {
  const rollBack = (sale: Awaited<ReturnType<typeof givenStock>>, quantity: number) =>
    inTransaction(ctx, async (tx) => {
      await sale.moving(tx, "hold", quantity);
      expect(await sale.marks()).toContainEqual(expect.stringMatching(/^mark:/));
      throw new Error("changed my mind");
    });

  it("publishes nothing and leaves no mark", async () => {
    const sale = await givenStock(10);
    await sale.seen();
    await expect(rollBack(sale, 4)).rejects.toThrow("changed my mind");
    expect(await sale.fields()).toEqual([]);
    expect(await sale.seen()).toEqual(exactly(10));
    expect(await sale.fields()).toEqual([sale.eventSessionId]);
    expect(await sale.seen()).toEqual(exactly(10));
  });

  it("leaves nothing either when it was refused, because so much was not there", async () => {
    const sale = await givenStock(10);
    await sale.seen();
    await expect(sale.move("hold", 11)).rejects.toMatchObject({ reason: "insufficient_stock" });
    expect(await sale.marks()).toEqual([]);
    expect(await sale.seen()).toEqual(exactly(10));
  });

  it("takes away its own mark and not that of another", async () => {
    const sale = await givenStock(10);
    await sale.holdAndDie(1);
    const before = await sale.marks();
    await expect(rollBack(sale, 4)).rejects.toThrow("changed my mind");
    expect(await sale.marks()).toEqual(before);
    expect(await sale.seen()).toEqual(exactly(9));
  });
});

describe("an old number", () => {
  it("is not brought back by a reader that was held up before it fills Redis", async () => {
    const sale = await givenStock(10);
    const reader = holdUpReader();
    const early = salesOf(sale.eventId);
    await reader.arrived;
    await sale.move("hold", 4);
    reader.releaseLease();
    await early;
    expect(await sale.seen()).toEqual(exactly(6));
  });

  it("of event sessions is not brought back either, where one was made meanwhile", async () => {
    const sale = await givenStock(10);
    const admin = await given.person("ADMIN");
    const first = onlyRow(await listEventSessions(ctx, { eventId: sale.eventId }));
    await redis.del(sale.key);
    const reader = holdUpReader();
    const early = salesOf(sale.eventId);
    await reader.arrived;
    const { startsAt, salesOpenAt, salesCloseAt, price } = first;
    const times = { startsAt, salesOpenAt, salesCloseAt, price };
    await createEventSession(admin.ctx(), { eventId: sale.eventId, ...times, totalStock: 5 });
    reader.releaseLease();
    await early;
    expect(await listEventSessions(ctx, { eventId: sale.eventId })).toHaveLength(2);
  });

  it("is gone before a writer whose connection to Redis is cut has its answer", async () => {
    const sale = await givenStock(10);
    await sale.seen();
    const cut = connectRedis(env.REDIS_URL);
    cut.disconnect();
    await inTransaction({ ...ctx, redis: cut }, (tx) => sale.moving(tx, "hold", 4));
    expect(await sale.seen()).toEqual(exactly(6));
  });
});
