import { getManagedEvent } from "../../catalog/queries.ts";
import { cancelSalesOf } from "../../catalog/steps/cancel-sale.ts";
import { role } from "../../platform/operation/allow.ts";
import { defineCommand } from "../../platform/operation/command.ts";
import { CancelEvent, Cancelled } from "../contract.ts";
import { beginRefunds } from "../steps/begin-refunds.ts";

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
  audit: ({ eventId, reason }, output) => ({
    target: eventId,
    meta: { reason, eventSessionIds: output?.eventSessionIds },
  }),
  async run(tx, { eventId, reason }) {
    await getManagedEvent(tx, { eventId });
    const eventSessionIds = await cancelSalesOf(tx, eventId, reason);
    await beginRefunds(tx, { eventSessionIds, cancelledById: tx.actor.userId });
    return { eventSessionIds };
  },
});
