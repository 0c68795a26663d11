import { checkoutErrors } from "../../checkout/errors.ts";
import { role } from "../../platform/operation/allow.ts";
import { defineCommand } from "../../platform/operation/command.ts";
import { ticketErrors } from "../../tickets/errors.ts";
import { MovedShipping, MoveShipping } from "../contract.ts";
import { moveParcel } from "../steps/move-parcel.ts";

/** Moves a parcel as `moveParcel` does, and throws what it throws. */
export const moveShipping = defineCommand({
  id: "fulfillment.move-shipping",
  summary: "Move a parcel to another state, and its order with it.",
  allow: role("ADMIN", "SELLER"),
  input: MoveShipping,
  output: MovedShipping,
  refuses: [ticketErrors.ticket_used, checkoutErrors.refund_needs_approval],
  audit: ({ id, to, reason, carrier, trackingNumber }, moved) => ({
    target: id,
    meta: { to, note: reason, carrier, trackingNumber, orderId: moved?.orderId },
  }),
  async run(tx, input) {
    const { shipping, orderStatus } = await moveParcel(tx, input);
    const { id, orderId, carrier, trackingNumber, state: status, updatedAt } = shipping;
    return { id, orderId, carrier, trackingNumber, status, updatedAt, orderStatus };
  },
});
