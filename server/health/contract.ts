import { z } from "zod";

export const HEALTH_STATES = ["HEALTHY", "DEGRADED", "UNHEALTHY", "CRITICAL"] as const;

const Check = z.object({ status: z.enum(HEALTH_STATES), latencyMs: z.number() });
export const Health = z.object({
  status: z.enum(HEALTH_STATES),
  checks: z.object({
    postgres: Check,
    redis: Check,
    /** Whether the runner of the jobs answers: the Inngest server, or the embedded job runners. */
    jobServer: Check,
    /** Whether it takes this app's jobs. */
    jobRegistration: Check,
    /** Whether every job is begun in time and ends well. */
    jobs: Check,
    /** Whether every destination takes what it is sent. */
    external: Check,
  }),
});
export const Alive = z.object({ status: z.literal("HEALTHY") });
