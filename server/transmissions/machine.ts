import { defineMachine } from "../platform/database/machine.ts";

/** One outbox message to one destination. */
export const transmissionMachine = defineMachine("transmission", {
  initial: "PENDING",
  states: {
    PENDING: { tone: "info", to: ["SENT", "FAILED"], by: ["admin", "system"] },
    SENT: { tone: "success", to: [], by: ["system"] },
    FAILED: { tone: "warning", to: ["SENT", "FAILED", "DEAD"], by: ["system"] },
    DEAD: { tone: "danger", to: ["PENDING", "RESOLVED"], by: ["system"] },
    RESOLVED: { tone: "neutral", to: [], by: ["admin"] },
  },
});
