import { z } from "zod";
import { instantOut } from "../platform/values/text.ts";
import { healthMachine } from "./machine.ts";
import { CHECKS, type CheckName, OVERALL } from "./values.ts";

const state = z.enum(healthMachine.states);
const Check = z.object({ status: state, latencyMs: z.number() });

const checks = {
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
} satisfies Record<CheckName, typeof Check>;
export const Health = z.object({ status: state, checks: z.object(checks) });
export type Health = z.output<typeof Health>;
export const Alive = z.object({ status: z.literal("HEALTHY") });

const recordedName = z.enum([OVERALL, ...CHECKS]);
export type RecordedName = z.output<typeof recordedName>;

const Recorded = z.object({
  name: recordedName,
  status: state,
  since: instantOut,
  cause: z.string().nullable(),
  /** When it was last looked at. */
  lookedAt: instantOut,
});

const Change = z.object({
  seq: z.int(),
  name: recordedName,
  from: state,
  to: state,
  cause: z.string().nullable(),
  at: instantOut,
});
export type HealthChange = z.output<typeof Change>;

export const HealthHistory = z.object({
  /** Empty until the first look. */
  recorded: z.array(Recorded),
  /** The latest first. */
  changes: z.array(Change),
});
export type HealthHistory = z.output<typeof HealthHistory>;
