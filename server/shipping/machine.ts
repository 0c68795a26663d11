import { defineMachine, type StateOf } from "../platform/database/machine.ts";

/** The parcel with an order's paper tickets. */
export const shippingMachine = defineMachine("shipping", {
  initial: "pending",
  states: {
    pending: { tone: "neutral", to: ["preparing", "cancelled"] },
    preparing: { tone: "info", to: ["shipped", "cancelled"] },
    shipped: { tone: "info", to: ["in_transit", "delivered", "returned"] },
    in_transit: { tone: "info", to: ["delivered", "returned", "lost"] },
    delivered: { tone: "success", to: [] },
    returned: { tone: "warning", to: ["refunded"] },
    refunded: { tone: "warning", to: [] },
    lost: { tone: "danger", to: ["investigating"] },
    investigating: { tone: "warning", to: ["found", "compensated"] },
    found: { tone: "info", to: ["delivered"] },
    compensated: { tone: "warning", to: [] },
    cancelled: { tone: "neutral", to: [] },
  },
});
export type ShippingState = StateOf<typeof shippingMachine>;

/** The states of a parcel that has not left yet. */
export const UNSENT: readonly ShippingState[] = shippingMachine.sources("cancelled");

/** The states of a parcel that is on its way as it should be. */
export const UNDER_WAY: readonly ShippingState[] = ["shipped", "in_transit", "found"];
/** The states in which something has to be done about a parcel that did not arrive. */
export const IN_TROUBLE: readonly ShippingState[] = ["returned", "lost", "investigating"];
