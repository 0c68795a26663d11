import { expect, it } from "vitest";
import { createContext } from "../platform/operation/context.ts";
import { countSignUp } from "./limits.ts";

it("counts no one for longer than a window, though the clock was set back while it counted", async () => {
  const ctx = createContext({ ip: "203.0.113.77" });
  await countSignUp(ctx);
  const keys = await ctx.redis.keys("limit:sign-up*");
  expect(keys).toHaveLength(1);
  const [key = ""] = keys;
  // What Redis makes of a window of a minute when its clock goes two hours back.
  await ctx.redis.expire(key, 7200);
  await countSignUp(ctx);
  expect(await ctx.redis.ttl(key)).toBeLessThanOrEqual(60);
});
