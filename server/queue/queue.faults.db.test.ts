import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { freePort } from "#scripts/services/loopback.ts";
import { newRedisPassword, type RunningRedis, startRedis } from "#scripts/services/redis.ts";
import { inTransaction } from "../platform/database/transaction.ts";
import { connectRedis, type RedisClient } from "../platform/redis/redis.ts";
import { type GivenQueue, givenQueue, reasonOf } from "../testing/queue.ts";
import { until } from "../testing/until.ts";
import type { QueueUpdate } from "./contract.ts";
import { watchQueue } from "./live.ts";
import { checkAdmission, getServing } from "./queries.ts";
import { spendAdmissions } from "./steps/spend-admissions.ts";

// A server of this file's own: it is emptied, stopped and started again.
const directory = mkdtempSync(join(tmpdir(), "seonchak-line-"));
const password = newRedisPassword();
let port: number;
let server: RunningRedis;
let redis: RedisClient;

const start = () =>
  startRedis({ directory, port, password, settings: { appendonly: "no" }, temporary: true });

beforeAll(async () => {
  port = await freePort();
  server = await start();
  redis = connectRedis(server.url);
});

afterAll(async () => {
  redis.disconnect();
  await server.stop();
  rmSync(directory, { recursive: true, force: true });
});

const given = (settings?: Parameters<typeof givenQueue>[1]) => givenQueue(redis, settings);

describe("a Redis that lost everything", () => {
  it("tells every token to rejoin, and numbers start again", async () => {
    const queue = await given({ admitLimit: 1 });
    const [first, second] = [queue.newcomer(), queue.newcomer()];
    const [admitted, waiting] = [await first.join(), await second.join()];
    await redis.flushall();
    await queue.clock.forward(0);
    const { eventSessionId } = queue;
    const check = () => checkAdmission(first.ctx, { eventSessionId, queueToken: admitted.queueToken });
    expect(await check()).toMatchObject({ reason: "line_restarted", status: 409 });
    expect(await reasonOf(second.ask(waiting.queueToken))).toBe("line_restarted");
    await inTransaction(first.ctx, async (tx) => spendAdmissions(tx, eventSessionId, [first.userId]));
    const again = await second.join();
    expect(again).toMatchObject({ number: 1, allowed: true });
    expect(again.queueToken).not.toBe(waiting.queueToken);
    // The queue is another one now, whatever the old number was.
    expect(await check()).toMatchObject({ reason: "line_restarted" });
    expect(await first.join()).toMatchObject({ number: 2, position: 1 });
    expect(await reasonOf(first.ask(admitted.queueToken))).toBe("line_restarted");
  });

  it("starts again, too, when only part of a queue is left", async () => {
    const queue = await given({ admitLimit: 1 });
    const [first, second] = [queue.newcomer(), queue.newcomer()];
    await first.join();
    const waiting = await second.join();
    await redis.del(`queue:{${queue.eventSessionId}}:waiting`);
    expect(await reasonOf(second.ask(waiting.queueToken))).toBe("place_lost");
    expect(await second.join()).toMatchObject({ number: 3, position: 1 });
    await redis.del(`queue:{${queue.eventSessionId}}:meta`);
    expect(await reasonOf(second.ask(waiting.queueToken))).toBe("line_restarted");
    expect(await second.join()).toMatchObject({ number: 1, allowed: true });
  });

  it("goes on when the scripts alone are forgotten, in the middle of a rush", async () => {
    const queue = await given({ admitLimit: 1 });
    const joining = Array.from({ length: 200 }, async (_, index) => {
      if (index % 20 === 0) await redis.script("FLUSH");
      return queue.newcomer().join();
    });
    const numbers = (await Promise.all(joining)).map(({ number }) => number).sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 200 }, (_, index) => index + 1));
  });
});

describe("a Redis that is away", () => {
  it("refuses joins, fails every admission check closed, and works again once it is back", async () => {
    const queue = await given();
    const person = queue.newcomer();
    const { queueToken } = await person.join();
    const { eventSessionId } = queue;
    const check = () => checkAdmission(person.ctx, { eventSessionId, queueToken });
    expect(await check()).toBeNull();
    await server.stop();
    await expect(queue.newcomer().join()).rejects.toMatchObject({ reason: "unavailable", status: 503 });
    expect(await check()).toMatchObject({ reason: "unavailable" });
    expect(await reasonOf(getServing(person.ctx, { sessionId: eventSessionId }))).toBe("unavailable");
    await inTransaction(person.ctx, async (tx) => spendAdmissions(tx, eventSessionId, [person.userId]));
    server = await start();
    await until(async () => (await reasonOf(person.join())) === "ok", { timeoutMs: 10_000 });
    expect(await check()).toMatchObject({ reason: "line_restarted" });
    const again = await person.join();
    expect(await checkAdmission(person.ctx, { eventSessionId, queueToken: again.queueToken })).toBeNull();
  });
});

describe("the public figure", () => {
  it("is the same for everyone, and a thousand who ask at once cost Redis one question", async () => {
    const queue = await given({ admitLimit: 2 });
    for (let count = 0; count < 5; count++) await queue.newcomer().join();
    const { ctx } = queue.newcomer();
    const before = await scriptsRun();
    const asked = Array.from({ length: 1000 }, () => getServing(ctx, { sessionId: queue.eventSessionId }));
    const figures = await Promise.all(asked);
    expect(await scriptsRun()).toBe(before + 1);
    const expected = {
      serving: 2,
      total: 3,
      level: "HIGH",
      status: "OPEN",
      standing: "MOVING",
      pollAfterMs: 1000,
    };
    expect(new Set(figures.map((figure) => JSON.stringify(figure)))).toEqual(
      new Set([JSON.stringify(expected)]),
    );
  });

  it("moves a queue though no one in it asks", async () => {
    const queue = await given({ admitLimit: 1 });
    const [first, second] = [queue.newcomer(), queue.newcomer()];
    await first.join();
    const { queueToken } = await second.join();
    await queue.clock.forward(2 * 60_000);
    await getServing(first.ctx, { sessionId: queue.eventSessionId });
    const { eventSessionId } = queue;
    expect(await checkAdmission(second.ctx, { eventSessionId, queueToken })).toBeNull();
  });

  async function scriptsRun(): Promise<number> {
    const stats = await (redis as { info(section: string): Promise<string> }).info("commandstats");
    return Number(/cmdstat_evalsha:calls=(\d+)/.exec(stats)?.[1]);
  }
});

describe("watching", () => {
  const watches: AbortController[] = [];
  afterEach(() => {
    for (const watch of watches.splice(0)) watch.abort();
  });

  function watch(queue: GivenQueue) {
    const abort = new AbortController();
    watches.push(abort);
    const heard: QueueUpdate[] = [];
    const ended = (async () => {
      const { ctx } = queue.newcomer();
      for await (const news of watchQueue(ctx, queue.eventSessionId, abort.signal)) heard.push(news);
    })();
    return { heard, ended, abort };
  }

  it("tells every watcher the first figure and each change, as one and the same object", async () => {
    const queue = await given({ admitLimit: 1 });
    const [one, two] = [watch(queue), watch(queue)];
    await until(() => one.heard.length === 1 && two.heard.length === 1);
    expect(one.heard[0]).toMatchObject({ kind: "figure", serving: 0, total: 0 });
    await queue.newcomer().join();
    await queue.newcomer().join();
    await until(() => one.heard.at(-1) !== one.heard[0] && two.heard.length === one.heard.length);
    await until(() =>
      one.heard.some((news) => news.kind === "figure" && news.serving === 1 && news.total === 1),
    );
    await until(() => two.heard.at(-1) === one.heard.at(-1));
    expect(one.heard.length).toBeLessThanOrEqual(3);
  });

  it("ends quietly when the watcher goes away", async () => {
    const queue = await given();
    const { heard, ended, abort } = watch(queue);
    await until(() => heard.length === 1);
    abort.abort();
    await expect(ended).resolves.toBeUndefined();
  });

  it("says that the queue was lost", async () => {
    const queue = await given({ admitLimit: 1 });
    await queue.newcomer().join();
    const { heard } = watch(queue);
    await until(() => heard.length === 1);
    await redis.flushall();
    await until(() => heard.some(({ kind }) => kind === "restarted"));
    expect(heard.at(-1)).toMatchObject({ kind: "figure", serving: 0, total: 0 });
  });

  it("refuses to watch a sale that does not exist", async () => {
    const queue = await given();
    const unknown = { ...queue, eventSessionId: "event_session_01k8v3q4f6e9hb2m5n7p8r9s0t" as const };
    await expect(watch(unknown).ended).rejects.toMatchObject({ reason: "not_found" });
  });
});
