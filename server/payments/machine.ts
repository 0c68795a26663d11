import { defineMachine, type StateOf } from "../platform/machine.ts";

/** A payment at its provider (SPEC 2). */
export const paymentMachine = defineMachine("payment", {
  initial: "pending",
  states: {
    pending: { tone: "neutral", to: ["processing", "failed", "cancelled"] },
    processing: { tone: "info", to: ["completed", "failed"] },
    completed: { tone: "success", to: ["refunded"] },
    failed: { tone: "danger", to: ["pending"] },
    cancelled: { tone: "neutral", to: [] },
    refunded: { tone: "warning", to: [] },
  },
});
export type PaymentState = StateOf<typeof paymentMachine>;
