import { defineMachine, type StateOf } from "../platform/database/machine.ts";

/** A payment at its provider. */
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
/** Money asked back from a provider: only what it has given back is refunded. */
export const refundMachine = defineMachine("refund", {
  initial: "asked",
  states: {
    asked: { tone: "info", to: ["done", "refused"] },
    done: { tone: "success", to: [] },
    /** An operator may ask for it again. */
    refused: { tone: "danger", to: ["asked"] },
  },
});
export type RefundState = StateOf<typeof refundMachine>;
export type PaymentState = StateOf<typeof paymentMachine>;

/** The states in which a provider may still take money for a payment: those of one that is new or at its provider. */
export const PAYABLE: readonly PaymentState[] = [
  paymentMachine.initial,
  ...paymentMachine.sources("completed"),
];
export const isPayable = (state: PaymentState): boolean => PAYABLE.includes(state);
