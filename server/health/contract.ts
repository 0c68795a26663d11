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
    /** Whether the runner accepts this app's jobs. */
    jobRegistration: Check,
    /** Whether every job starts in time and succeeds. */
    jobs: Check,
    /** Whether every destination accepts its messages. */
    external: Check,
  }),
});
export const Alive = z.object({ status: z.literal("HEALTHY") });
