import { role } from "../../platform/allow.ts";
import { defineCommand } from "../../platform/command.ts";
import { newId } from "../../platform/ids.ts";
import { writeHistory } from "../../platform/transition.ts";
import { announceChange } from "../cache.ts";
import { CreateEventSession, EventSessionView } from "../contract.ts";
import { defaultCancelDeadline, requireManager, stockBirth } from "../policy.ts";
import { viewSale } from "../queries.ts";
import { findEvent, insertEventSession, lockSale } from "../store.ts";

/** A new event session of counted stock. Throws `not_found` for an event that is not the caller's. */
export const createEventSession = defineCommand({
  id: "catalog.create-event-session",
  summary: "Create an event session with counted stock.",
  allow: role("ADMIN", "SELLER"),
  input: CreateEventSession,
  output: EventSessionView,
  audit: ({ eventId, totalStock }, session) => ({ target: session?.id, meta: { eventId, totalStock } }),
  async run(tx, input) {
    const { eventId, price, totalStock, line, cancelDeadlineAt, ...times } = input;
    requireManager(tx.actor, await findEvent(tx, eventId));
    const id = newId("event_session");
    await announceChange(tx, eventId, () => undefined);
    await insertEventSession(
      tx,
      {
        ...times,
        id,
        eventId,
        priceKrw: price,
        cancelDeadlineAt: cancelDeadlineAt ?? defaultCancelDeadline(times.startsAt),
        lineAdmitLimit: line.admitLimit,
        lineAdmitRatePerSecond: line.admitRatePerSecond,
        lineMaxLength: line.maxLength,
      },
      totalStock,
    );
    writeHistory(tx, [stockBirth(id, totalStock, "created")]);
    return viewSale(tx, await lockSale(tx, id));
  },
});
