import type { z } from "zod";
import { databaseNow } from "../../platform/database/clock.ts";
import { role } from "../../platform/operation/allow.ts";
import { defineCommand } from "../../platform/operation/command.ts";
import type { Tx, UserActor } from "../../platform/operation/context.ts";
import { platformErrors } from "../../platform/operation/errors.ts";
import { posterErrors } from "../../posters/errors.ts";
import { showPoster } from "../../posters/steps/show-poster.ts";
import { writeTransmissions } from "../../transmissions/steps/write-transmissions.ts";
import { EventView, UpdateEvent } from "../contract.ts";
import { catalogErrors } from "../errors.ts";
import { findEvent, lockEvent, updateEvent as update } from "../events.store.ts";
import { RECONSIDER_DAYS_MIN, requireManager, requireUnchanged } from "../policy.ts";
import { requireVisibleEvent } from "../queries.ts";
import { publishSales } from "../sales.store.ts";
import { recordChange } from "../steps/record-change.ts";
import { requireAccount } from "../steps/require-account.ts";
import { requireSecondOperator } from "../steps/require-second-operator.ts";
import { extendDeadlines, lockWhetherTaken } from "../store.ts";

/**
 * Changes what an event says, or publishes or archives it. Anyone who bought it is told of another title or venue. Throws
 * `not_found` for an event that is not the caller's, `account_needed` (403) where it is to be published by a seller
 * without a connected account, `tickets_taken` (409) where it is to be a draft again though someone has or had tickets,
 * `closing_needs_approval` (409) for an operator who alone would take it off sale, `changed_meanwhile` (409) where it is not
 * as the caller has read it, `poster_gone` (409) for a poster that cannot be shown.
 */
export const updateEvent = defineCommand({
  id: "catalog.update-event",
  summary: "Edit, publish or archive an event.",
  allow: role("ADMIN", "SELLER"),
  input: UpdateEvent,
  output: EventView,
  refuses: [
    catalogErrors.account_needed,
    catalogErrors.tickets_taken,
    catalogErrors.too_many_changes,
    platformErrors.changed_meanwhile,
    catalogErrors.closing_needs_approval,
    posterErrors.poster_gone,
  ],
  audit: ({ eventId, readUpdatedAt: _, ...changes }) => ({ target: eventId, meta: changes }),
  run: (tx, input) => changeEvent(tx, input, { isAlone: true }),
});

/**
 * The same in the caller's transaction.
 * @param isAlone - whether no second operator has approved it
 */
export async function changeEvent(
  tx: Tx<UserActor>,
  input: z.output<typeof UpdateEvent>,
  { isAlone = false } = {},
) {
  const { eventId, reason: _, readUpdatedAt, poster, ...changes } = input;
  requireManager(tx.actor, await findEvent(tx, eventId));
  await publishSales(tx, eventId, () => undefined);
  const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
  const before = await lockEvent(tx, eventId);
  requireUnchanged(before, readUpdatedAt);
  const isShown = before.status === "PUBLISHED";
  if (isAlone && (changes.status === "ARCHIVED" || (isShown && changes.status === "DRAFT")))
    requireSecondOperator(tx);
  if (changes.status === "PUBLISHED" && !isShown) await requireAccount(tx);
  if (changes.status === "DRAFT" && before.status !== "DRAFT" && (await lockWhetherTaken(tx, eventId)))
    throw catalogErrors.tickets_taken();
  const after = await update(tx, eventId, given);
  if (before.title !== after.title || before.venue !== after.venue) await notifyBuyers(tx, before, after);
  if (poster !== undefined) await showPoster(tx, eventId, poster);
  return requireVisibleEvent(tx, eventId);
}

const DAY_MS = 86_400_000;

type Named = Pick<z.output<typeof EventView>, "id" | "title" | "venue" | "status">;

/** Notifies buyers of another title or venue, lets them return their tickets, and writes both to the audit log. */
async function notifyBuyers(tx: Tx, before: Named, after: Named): Promise<void> {
  const eventId = after.id;
  const meta = {
    ...{ eventId, oldTitle: before.title, newTitle: after.title },
    ...{ oldVenue: before.venue, newVenue: after.venue },
  };
  // No tickets exist for a draft.
  await recordChange(tx, { what: "event", id: eventId, isTold: before.status !== "DRAFT", meta });
  await extendDeadlines(tx, eventId, RECONSIDER_DAYS_MIN);
  const cancelUntilAt = new Date((await databaseNow(tx.db)).getTime() + RECONSIDER_DAYS_MIN * DAY_MS);
  const payload = { ...meta, cancelUntilAt: cancelUntilAt.toISOString() };
  writeTransmissions(tx, [{ destination: "events", type: "events.updated", aggregateId: eventId, payload }]);
}
