import type { PAYMENT_STATES } from "./contract.ts";
import type { OrderState } from "./machine.ts";

const VIEW: Record<OrderState, (typeof PAYMENT_STATES)[number]> = {
  pending: "PENDING",
  processing: "PENDING",
  confirmed: "PAID",
  shipped: "PAID",
  delivered: "PAID",
  failed: "CANCELLED",
  cancelled: "CANCELLED",
};

/** An order in the three states of the seed's API (SPEC 12). */
export const paymentStateOf = (state: OrderState) => VIEW[state];
