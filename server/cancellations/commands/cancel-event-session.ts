import type { z } from "zod";
import { catalogErrors } from "../../catalog/errors.ts";
import { getManagedEvent } from "../../catalog/queries.ts";
import { eventIdOf } from "../../catalog/sales.store.ts";
import { cancelSale } from "../../catalog/steps/cancel-sale.ts";
import { requireSecondOperator } from "../../catalog/steps/require-second-operator.ts";
import { checkoutErrors } from "../../checkout/errors.ts";
import { role } from "../../platform/operation/allow.ts";
import { defineCommand } from "../../platform/operation/command.ts";
import type { Tx, UserActor } from "../../platform/operation/context.ts";
import { CancelEventSession, Cancelled } from "../contract.ts";
import { beginRefunds } from "../steps/begin-refunds.ts";
import { requireRefundsApproved } from "../steps/require-refunds-approved.ts";

/**
 * Cancels an event session for good: its sale is closed, everyone with tickets is told why, and the job
 * `cancellations.refund` cancels and refunds their orders. One that was cancelled before stays as it is. Throws
 * `not_found` for another's event session, `session_started` (409) for a seller once it has started.
 */
export const cancelEventSession = defineCommand({
  id: "cancellations.cancel-event-session",
  summary: "Cancel an event session and refund everyone.",
  allow: role("ADMIN", "SELLER"),
  input: CancelEventSession,
  output: Cancelled,
  refuses: [
    catalogErrors.closing_needs_approval,
    checkoutErrors.refund_needs_approval,
    catalogErrors.session_started,
  ],
  audit: ({ id, reason }) => ({ target: id, meta: { reason } }),
  async run(tx, input) {
    requireSecondOperator(tx);
    const cancelled = await cancelOneSession(tx, input);
    await requireRefundsApproved(tx, cancelled.eventSessionIds);
    return cancelled;
  },
});

/** The same in the caller's transaction, by whom it may be done alone. */
export async function cancelOneSession(
  tx: Tx<UserActor>,
  { id, reason }: z.output<typeof CancelEventSession>,
) {
  await getManagedEvent(tx, { eventId: await eventIdOf(tx, id) });
  const eventSessionIds = (await cancelSale(tx, id, reason)) ? [id] : [];
  await beginRefunds(tx, { eventSessionIds, cancelledById: tx.actor.userId });
  return { eventSessionIds };
}
