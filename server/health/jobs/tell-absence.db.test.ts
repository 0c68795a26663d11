import { afterAll, afterEach, beforeEach, expect, it, vi } from "vitest";
import { systemContext } from "../../platform/operation/context.ts";
import { connectRedis, redis } from "../../platform/redis/redis.ts";
import { wasTold } from "../absence.store.ts";
import { tellAway, tellBack } from "./tell-absence.ts";

/** The staff's channel, which can be told to fail. */
// Hoisted above the imports, whose modules read the settings as they load.
const { channel, answer } = await vi.hoisted(async () => {
  const { oddServer } = await import("../../testing/misbehaving-server.ts");
  const answer = { status: 200 };
  const channel = await oddServer((_, response) => response.writeHead(answer.status).end("ok"));
  vi.stubEnv("ALERT_WEBHOOK_URL", `${channel.url}/hooks/secret`);
  vi.stubEnv("TRUSTED_DESTINATIONS", channel.url);
  return { channel, answer };
});
afterAll(() => channel.stop());

const ctx = systemContext("watchdog");
const forget = async () => void (await redis.del("health:{postgres}:away", "health:{postgres}:told"));
/** All processes reach Postgres again, for long enough. */
const allReachIt = () => redis.del("health:{postgres}:away");
/** Processes, each with what it remembers. */
const processes = (count: number) => Array.from({ length: count }, () => ({ told: false }));
const said = () => channel.got.map(({ body }) => JSON.parse(body).text.split(":")[0]);

beforeEach(async () => {
  await forget();
  channel.got.length = 0;
  answer.status = 200;
});
afterEach(forget);

it("tells once that Postgres is away, and once that it is back, however many processes look", async () => {
  const all = processes(4);
  for (let look = 0; look < 3; look++) await Promise.all(all.map((self) => tellAway(ctx, self)));
  expect(said()).toEqual(["경보 발생"]);
  expect(await wasTold(ctx)).toBe(true);
  // One of them cannot reach it yet.
  await Promise.all(all.slice(1).map((self) => tellBack(ctx, self)));
  expect(said()).toHaveLength(1);
  await allReachIt();
  for (let look = 0; look < 2; look++) await Promise.all(all.map((self) => tellBack(ctx, self)));
  expect(said()).toEqual(["경보 발생", "경보 해제"]);
  await tellAway(ctx, { told: false });
  expect(said()).toHaveLength(3);
});

it("tells again what the webhook did not take", async () => {
  const self = { told: false };
  answer.status = 500;
  await tellAway(ctx, self);
  expect(await wasTold(ctx)).toBe(false);
  answer.status = 200;
  await tellAway(ctx, self);
  await allReachIt();
  answer.status = 500;
  await tellBack(ctx, self);
  answer.status = 200;
  await tellBack(ctx, self);
  await tellBack(ctx, self);
  expect(said()).toEqual(["경보 발생", "경보 발생", "경보 해제", "경보 해제"]);
});

it("says nothing of an end where nothing was said of a beginning", async () => {
  await tellBack(ctx, { told: false });
  expect(said()).toEqual([]);
});

it("tells by each process, once, where Redis is away as well", async () => {
  const away = { ...ctx, redis: connectRedis("redis://127.0.0.1:1") };
  const [self = { told: false }, other = { told: false }] = processes(2);
  try {
    for (const each of [self, other, self, other]) await tellAway(away, each);
    expect(said()).toEqual(["경보 발생", "경보 발생"]);
    for (const each of [self, self]) await tellBack(ctx, each);
    expect(said()).toEqual(["경보 발생", "경보 발생", "경보 해제"]);
  } finally {
    away.redis.disconnect();
  }
});
