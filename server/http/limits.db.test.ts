import { afterAll, expect, it } from "vitest";
import { env } from "../platform/config/env.ts";
import { createContext } from "../platform/operation/context.ts";
import { connectRedis } from "../platform/redis/redis.ts";
import { newId } from "../platform/values/ids.ts";
import { until } from "../testing/until.ts";
import { limitCaller } from "./limits.ts";

/** Two processes: each has its own connection, and what it keeps in memory hangs on that. */
const processes = [connectRedis(env.REDIS_URL), connectRedis(env.REDIS_URL)] as const;
afterAll(() => {
  for (const redis of processes) redis.disconnect();
});

const PER_SECOND = 20;

it("counts what a person writes in every process together", async () => {
  const [first, second] = processes;
  await Promise.all(processes.map((redis) => until(() => redis.ping())));
  // Of a second that ends in between, both halves count for themselves: then it is tried again.
  const refused = await until(async () => {
    const actor = { kind: "user", userId: newId("user"), role: "USER" } as const;
    const contexts = [first, second].map((redis) => ({ ...createContext(), actor, redis }));
    const writes = Array.from({ length: 2 * PER_SECOND }, (_, n) => limitCaller(contexts[n % 2] as never));
    const outcomes = await Promise.allSettled(writes);
    const reasons = outcomes.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
    return reasons.length === PER_SECOND && reasons;
  });
  for (const reason of refused as unknown[]) expect(reason).toMatchObject({ reason: "rate_limited" });
});
