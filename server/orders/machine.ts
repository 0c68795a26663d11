import { defineMachine, type StateOf } from "../platform/database/machine.ts";

/** An order from checkout to delivery. */
export const orderMachine = defineMachine("order", {
  initial: "pending",
  states: {
    pending: { tone: "neutral", to: ["processing", "failed", "cancelled"] },
    processing: { tone: "info", to: ["confirmed", "failed"] },
    confirmed: { tone: "success", to: ["shipped", "cancelled"] },
    shipped: { tone: "info", to: ["delivered", "cancelled"] },
    delivered: { tone: "success", to: ["cancelled"] },
    failed: { tone: "danger", to: [] },
    cancelled: { tone: "neutral", to: [] },
  },
});
export type OrderState = StateOf<typeof orderMachine>;

/** The states of an order that is not paid yet and has not ended. */
export const UNPAID: readonly OrderState[] = [orderMachine.initial, ...orderMachine.sources("confirmed")];

/** The states of an order that is paid, and whose tickets are the buyer's. */
export const PAID = ["confirmed", "shipped", "delivered"] as const satisfies readonly OrderState[];
