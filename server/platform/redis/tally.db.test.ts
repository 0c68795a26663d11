import { expect, it } from "vitest";
import { clock } from "../../testing/clock.ts";
import { createContext } from "../operation/context.ts";
import { countersGrowth, rateOf, tally } from "./tally.ts";

const ctx = createContext();
const MINUTE = 60;

it("sets the last five minutes beside those of the hour before in which something happened", async () => {
  const name = crypto.randomUUID();
  await tally(ctx, name, 4);
  await clock.move(20 * MINUTE);
  await tally(ctx, name, 8);
  await clock.move(20 * MINUTE);
  await Promise.all([tally(ctx, name, 10), tally(ctx, name, 5)]);
  expect(await rateOf(ctx, name)).toEqual({ recent: 15, usual: 6 });
  await clock.move(40 * MINUTE);
  expect(await rateOf(ctx, name)).toEqual({ recent: 0, usual: 11.5 });
  await clock.move(65 * MINUTE);
  expect(await rateOf(ctx, name)).toEqual({ recent: 0, usual: null });
});

it("counts what a number grew by, and takes a smaller one for a new beginning", async () => {
  const name = crypto.randomUUID();
  for (const total of [100, 130, 130, 7, 12]) await countersGrowth(ctx, name, total);
  expect(await rateOf(ctx, name)).toEqual({ recent: 35, usual: null });
});

it("forgets old minutes, however long it counts", async () => {
  const name = crypto.randomUUID();
  for (let minutes = 0; minutes < 140; minutes++) {
    await tally(ctx, name, 1);
    await clock.move(MINUTE);
  }
  expect(await ctx.redis.hlen(`tally:{${name}}`)).toBeLessThanOrEqual(131);
});

it("loses a count rather than what is counted, where Redis is away", async () => {
  const redis = { evalsha: () => Promise.reject(new Error("gone")) } as unknown as typeof ctx.redis;
  await expect(tally({ ...ctx, redis }, "any", 1)).resolves.toBeUndefined();
});
