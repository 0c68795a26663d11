import type { z } from "zod";
import { catalogErrors } from "../../catalog/errors.ts";
import { getManagedEvent } from "../../catalog/queries.ts";
import { cancelSalesOf } from "../../catalog/steps/cancel-sale.ts";
import { requireSecondOperator } from "../../catalog/steps/require-second-operator.ts";
import { checkoutErrors } from "../../checkout/errors.ts";
import { role } from "../../platform/operation/allow.ts";
import { defineCommand } from "../../platform/operation/command.ts";
import type { Tx, UserActor } from "../../platform/operation/context.ts";
import { CancelEvent, Cancelled } from "../contract.ts";
import { beginRefunds } from "../steps/begin-refunds.ts";
import { requireRefundsApproved } from "../steps/require-refunds-approved.ts";

/**
 * Cancels every event session of an event that has not started, and archives the event, in one transaction. Throws
 * `not_found` for another's event.
 */
export const cancelEvent = defineCommand({
  id: "cancellations.cancel-event",
  summary: "Cancel an event's coming event sessions and refund everyone.",
  allow: role("ADMIN", "SELLER"),
  input: CancelEvent,
  output: Cancelled,
  refuses: [catalogErrors.closing_needs_approval, checkoutErrors.refund_needs_approval],
  audit: ({ eventId, reason }, output) => ({
    target: eventId,
    meta: { reason, eventSessionIds: output?.eventSessionIds },
  }),
  async run(tx, input) {
    requireSecondOperator(tx);
    const cancelled = await cancelWholeEvent(tx, input);
    await requireRefundsApproved(tx, cancelled.eventSessionIds);
    return cancelled;
  },
});

/** The same in the caller's transaction, by whom it may be done alone. */
export async function cancelWholeEvent(tx: Tx<UserActor>, { eventId, reason }: z.output<typeof CancelEvent>) {
  await getManagedEvent(tx, { eventId });
  const eventSessionIds = await cancelSalesOf(tx, eventId, reason);
  await beginRefunds(tx, { eventSessionIds, cancelledById: tx.actor.userId });
  return { eventSessionIds };
}
