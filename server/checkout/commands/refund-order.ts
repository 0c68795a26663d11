import { role } from "../../platform/operation/allow.ts";
import { defineCommand } from "../../platform/operation/command.ts";
import { ticketErrors } from "../../tickets/errors.ts";
import { CancelledOrder, RefundOrder } from "../contract.ts";
import { checkoutErrors } from "../errors.ts";
import { cancelPaidOrder } from "./cancel-order.ts";

/**
 * Cancels a paid order for an operator, who says why: as {@link cancelPaidOrder}, whatever the deadline. Throws `not_found`,
 * `illegal_transition` (409).
 */
export const refundOrder = defineCommand({
  id: "checkout.refund-order",
  summary: "Cancels a paid order and asks for its money back, with an operator's note.",
  allow: role("ADMIN"),
  idempotent: true,
  input: RefundOrder,
  output: CancelledOrder,
  refuses: [checkoutErrors.cancel_deadline_passed, ticketErrors.ticket_used],
  audit: ({ id, note }) => ({ target: id, meta: { note } }),
  run: (tx, { id }) => cancelPaidOrder(tx, id),
});
