import { requireManagedSession } from "../../catalog/queries.ts";
import { onlyRow } from "../../platform/database/rows.ts";
import { role } from "../../platform/operation/allow.ts";
import { defineCommand } from "../../platform/operation/command.ts";
import { newId } from "../../platform/values/ids.ts";
import { AddGuest, GuestView } from "../contract.ts";
import { guestErrors } from "../errors.ts";
import { sameGuest } from "../policy.ts";
import { findGuests, insertGuests, lockList } from "../store.ts";
import { GUESTS_MAX } from "../values.ts";

/** Puts a guest on the list. Throws `not_found` (404) for another's event, `guest_known` and `too_many_guests` (409). */
export const addGuest = defineCommand({
  id: "guests.add-guest",
  summary: "Put a guest on the list of an event session.",
  allow: role("ADMIN", "SELLER"),
  input: AddGuest,
  output: GuestView,
  refuses: [guestErrors.guest_known, guestErrors.too_many_guests],
  // The audit log is kept for good, and so names no guest.
  audit: ({ eventSessionId, people }, guest) => ({
    target: eventSessionId,
    meta: { guestId: guest?.id, people },
  }),
  async run(tx, { eventSessionId, name, note = null, people }) {
    await requireManagedSession(tx, eventSessionId);
    const revision = await lockList(tx, eventSessionId);
    const guests = await findGuests(tx, eventSessionId);
    if (guests.length >= GUESTS_MAX) throw guestErrors.too_many_guests({ limit: GUESTS_MAX });
    const key = sameGuest({ name, note });
    if (guests.some((guest) => !guest.isRevoked && sameGuest(guest) === key)) throw guestErrors.guest_known();
    const guest = { id: newId("guest"), eventSessionId, name, note, people, revision };
    return onlyRow(await insertGuests(tx, [{ ...guest, createdById: tx.actor.userId }]));
  },
});
