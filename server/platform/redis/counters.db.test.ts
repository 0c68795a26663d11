import { expect, it } from "vitest";
import { clock } from "../../testing/clock.ts";
import { createContext } from "../operation/context.ts";
import { countGrowth, incrementCounter, rateOf } from "./counters.ts";

const ctx = createContext();
const MINUTE = 60;

it("sets the last five minutes beside those of the hour before in which something happened", async () => {
  const name = crypto.randomUUID();
  await incrementCounter(ctx, name, 4);
  await clock.move(20 * MINUTE);
  await incrementCounter(ctx, name, 8);
  await clock.move(20 * MINUTE);
  await Promise.all([incrementCounter(ctx, name, 10), incrementCounter(ctx, name, 5)]);
  expect(await rateOf(ctx, name)).toEqual({ recent: 15, usual: 6 });
  await clock.move(40 * MINUTE);
  expect(await rateOf(ctx, name)).toEqual({ recent: 0, usual: 11.5 });
  await clock.move(65 * MINUTE);
  expect(await rateOf(ctx, name)).toEqual({ recent: 0, usual: null });
});

it("counts what a number grew by, and takes a smaller one for a new beginning", async () => {
  const name = crypto.randomUUID();
  for (const total of [100, 130, 130, 7, 12]) await countGrowth(ctx, name, total);
  expect(await rateOf(ctx, name)).toEqual({ recent: 35, usual: null });
});

it("forgets old minutes, however long it counts", async () => {
  const name = crypto.randomUUID();
  for (let minutes = 0; minutes < 140; minutes++) {
    await incrementCounter(ctx, name, 1);
    await clock.move(MINUTE);
  }
  expect(await ctx.redis.hlen(`counter:{${name}}`)).toBeLessThanOrEqual(131);
});

it("loses a count rather than what is counted, where Redis is away", async () => {
  const redis = { evalsha: () => Promise.reject(new Error("gone")) } as unknown as typeof ctx.redis;
  await expect(incrementCounter({ ...ctx, redis }, "any", 1)).resolves.toBeUndefined();
});
