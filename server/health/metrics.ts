import { defineShared } from "../platform/metrics/shared.ts";
import { healthMachine } from "./machine.ts";
import { levelOf } from "./policy.ts";
import { getHealth } from "./queries.ts";
import { findJobAges } from "./store.ts";

const LEVELS = healthMachine.states.map((state, level) => `${level} ${state}`).join(", ");

export const healthMetrics = defineShared(
  "health",
  {
    health_status: { type: "gauge", help: `Health of the product: ${LEVELS}.`, labelNames: [] },
    health_check_status: { type: "gauge", help: `Health of one part: ${LEVELS}.`, labelNames: ["check"] },
    health_check_seconds: { type: "gauge", help: "How long a part took to answer.", labelNames: ["check"] },
  },
  async (ctx) => {
    const { status, checks } = await getHealth(ctx, {});
    return [
      { name: "health_status", value: levelOf(status) },
      ...Object.entries(checks).flatMap(([check, { status: state, latencyMs }]) => [
        { name: "health_check_status" as const, labels: { check }, value: levelOf(state) },
        { name: "health_check_seconds" as const, labels: { check }, value: latencyMs / 1000 },
      ]),
    ];
  },
);

export const jobMetrics = defineShared(
  "jobs",
  {
    job_last_success_seconds: {
      type: "gauge",
      help: "Seconds since a job last ended well.",
      labelNames: ["job"],
    },
    job_failures: { type: "gauge", help: "How often in a row a job has failed since.", labelNames: ["job"] },
  },
  async (ctx) =>
    (await findJobAges(ctx)).flatMap(({ job, seconds, failures }) => [
      { name: "job_last_success_seconds" as const, labels: { job }, value: seconds },
      { name: "job_failures" as const, labels: { job }, value: failures },
    ]),
);
