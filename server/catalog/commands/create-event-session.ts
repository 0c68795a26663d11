import { databaseNow } from "../../platform/database/clock.ts";
import { writeHistory } from "../../platform/database/transition.ts";
import { role } from "../../platform/operation/allow.ts";
import { defineCommand } from "../../platform/operation/command.ts";
import { newId } from "../../platform/values/ids.ts";
import { CreateEventSession, EventSessionView } from "../contract.ts";
import { catalogErrors } from "../errors.ts";
import { findEvent } from "../events.store.ts";
import { defaultCancelDeadline, requireDates, requireManager, stockBirth } from "../policy.ts";
import { viewSale } from "../queries.ts";
import { announceChange } from "../sales.store.ts";
import { requireAccount } from "../steps/require-account.ts";
import { insertEventSession, lockSale } from "../store.ts";

/**
 * A new event session of counted stock. Throws `not_found` for an event that is not the caller's, `account_needed` (403)
 * for a seller without a connected account.
 */
export const createEventSession = defineCommand({
  id: "catalog.create-event-session",
  summary: "Create an event session with counted stock.",
  allow: role("ADMIN", "SELLER"),
  input: CreateEventSession,
  output: EventSessionView,
  refuses: [catalogErrors.account_needed],
  audit: ({ eventId, totalStock }, session) => ({ target: session?.id, meta: { eventId, totalStock } }),
  async run(tx, input) {
    const { eventId, price, totalStock, line, cancelDeadlineAt: wanted, ...times } = input;
    requireManager(tx.actor, await findEvent(tx, eventId));
    await requireAccount(tx);
    const now = await databaseNow(tx.db);
    const cancelDeadlineAt = wanted ?? defaultCancelDeadline(times, now);
    requireDates({ ...times, cancelDeadlineAt }, now);
    const id = newId("event_session");
    await announceChange(tx, eventId, () => undefined);
    await insertEventSession(
      tx,
      {
        ...times,
        id,
        eventId,
        priceKrw: price,
        cancelDeadlineAt,
        queueAdmitLimit: line.admitLimit,
        queueAdmitRatePerSecond: line.admitRatePerSecond,
        queueMaxLength: line.maxLength,
      },
      totalStock,
    );
    writeHistory(tx, [stockBirth(id, totalStock, "created")]);
    return viewSale(tx, await lockSale(tx, id));
  },
});
