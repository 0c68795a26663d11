import type { Tx } from "../../platform/operation/context.ts";
import { platformErrors } from "../../platform/operation/errors.ts";
import { writeTransmissions } from "../../transmissions/steps/write-transmissions.ts";
import type { EventId, EventSessionId } from "../contract.ts";
import { catalogErrors } from "../errors.ts";
import { lockEvent, updateEvent } from "../events.store.ts";
import { eventIdOf, publishSales } from "../sales.store.ts";
import { findSalesOfEvent, lockSale, updateEventSession } from "../store.ts";

/**
 * Closes an event session's sale for good, in the caller's transaction, and has everyone with tickets told why. The caller
 * has checked who may do so.
 * @returns false where it was cancelled before
 * @throws `not_found` (404), `session_started` (409) for a seller once it has started
 */
export async function cancelSale(tx: Tx, id: EventSessionId, reason: string): Promise<boolean> {
  const eventId = await eventIdOf(tx, id);
  await publishSales(tx, eventId, () => undefined);
  const { title } = await lockEvent(tx, eventId);
  return close(tx, { id, eventId, title, reason });
}

/**
 * Archives an event and closes the sales of its event sessions that have not started, as {@link cancelSale} does, in the
 * caller's transaction.
 * @returns the event sessions that were cancelled by it
 */
export async function cancelSalesOf(tx: Tx, eventId: EventId, reason: string): Promise<EventSessionId[]> {
  await publishSales(tx, eventId, () => undefined);
  await lockEvent(tx, eventId);
  const { title } = await updateEvent(tx, eventId, { status: "ARCHIVED" });
  const cancelled: EventSessionId[] = [];
  for (const { id, startsAt, now } of await findSalesOfEvent(tx, eventId))
    if (startsAt > now && (await close(tx, { id, eventId, title, reason }))) cancelled.push(id);
  return cancelled;
}

interface Closing {
  readonly id: EventSessionId;
  readonly eventId: EventId;
  readonly title: string;
  readonly reason: string;
}

/** The caller has locked the event. */
async function close(tx: Tx, { id, eventId, title, reason }: Closing): Promise<boolean> {
  const sale = await lockSale(tx, id);
  if (!sale) throw platformErrors.not_found({ what: "event session" });
  if (sale.cancelledAt) return false;
  const isAdmin = tx.actor.kind === "user" && tx.actor.role === "ADMIN";
  if (!isAdmin && sale.now >= sale.startsAt) throw catalogErrors.session_started();
  await updateEventSession(tx, id, { cancelledAt: sale.now, cancelReason: reason });
  const payload = { eventId, sessionId: id, title, startsAt: sale.startsAt.toISOString(), reason };
  writeTransmissions(tx, [
    { destination: "events", type: "event-sessions.cancelled", aggregateId: id, payload },
  ]);
  return true;
}
