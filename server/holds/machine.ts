import { defineMachine, type StateOf } from "../platform/database/machine.ts";

/** Stock taken off sale for a short time. */
export const holdMachine = defineMachine("hold", {
  initial: "ACTIVE",
  states: {
    ACTIVE: { tone: "info", to: ["CONFIRMED", "EXPIRED", "RELEASED"] },
    CONFIRMED: { tone: "success", to: [] },
    EXPIRED: { tone: "warning", to: [], by: ["system"] },
    RELEASED: { tone: "neutral", to: [] },
  },
});
export type HoldState = StateOf<typeof holdMachine>;
