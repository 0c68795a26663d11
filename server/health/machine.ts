import { defineMachine, type StateOf } from "../platform/database/machine.ts";

/** How well the shop works, from best to worst; any state follows any. */
export const healthMachine = defineMachine("health", {
  initial: "HEALTHY",
  states: {
    HEALTHY: { tone: "success", to: ["DEGRADED", "UNHEALTHY", "CRITICAL"], by: ["system"] },
    DEGRADED: { tone: "warning", to: ["HEALTHY", "UNHEALTHY", "CRITICAL"], by: ["system"] },
    UNHEALTHY: { tone: "danger", to: ["HEALTHY", "DEGRADED", "CRITICAL"], by: ["system"] },
    CRITICAL: { tone: "danger", to: ["HEALTHY", "DEGRADED", "UNHEALTHY"], by: ["system"] },
  },
});
export type HealthState = StateOf<typeof healthMachine>;
