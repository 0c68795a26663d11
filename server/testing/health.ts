import { SLOW_MS } from "#server/health/policy.ts";
import { measure } from "#server/health/queries.ts";
import { systemContext } from "#server/platform/operation/context.ts";
import { until } from "./until.ts";

/** The health with its causes, asked until no check was slow: on a busy machine a check that is well may be degraded for that alone. */
export const healthInTime = () =>
  until(async () => {
    const health = await measure(systemContext("test"));
    const slow = Object.entries(health.checks).flatMap(([name, { latencyMs }]) =>
      latencyMs > SLOW_MS ? [name] : [],
    );
    if (slow.length > 0) throw new Error(`slow: ${slow.join(", ")}`);
    return health;
  });
