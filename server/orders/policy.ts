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

/** The shorter view of an order's state (docs/spec/http-api.md#calls). */
export const paymentStateOf = (state: OrderState) => VIEW[state];
