import type { AppContext } from "../../platform/operation/context.ts";
import { incrementCounter } from "../../platform/redis/counters.ts";
import { HOLDS_REFUSED } from "../policy.ts";

/** Counts holds that were refused, for the alert that watches how often that happens. */
export const countRefusals = (ctx: AppContext, count: number): Promise<void> =>
  count > 0 ? incrementCounter(ctx, HOLDS_REFUSED, count) : Promise.resolve();
