import { RETENTION_DAYS } from "#db/privacy/retention.ts";
import type { EventSessionId } from "../catalog/contract.ts";
import { requireManagedSession } from "../catalog/queries.ts";
import { role } from "../platform/operation/allow.ts";
import { defineQuery } from "../platform/operation/command.ts";
import type { AppContext } from "../platform/operation/context.ts";
import { GuestList, ListGuests } from "./contract.ts";
import { conflictsIn } from "./policy.ts";
import { countGuests, findDoubtful, findGuests, findOccasion, revisionOf } from "./store.ts";

const DAY_MS = 86_400_000;
/** Conflicts of a guest list that a page shows. */
const CONFLICTS_SHOWN = 100;

export const listGuests = defineQuery({
  id: "guests.list-guests",
  summary: "The guest list of an event session, how many came, and what went wrong, for those who run it.",
  allow: role("ADMIN", "SELLER"),
  input: ListGuests,
  output: GuestList,
  async run(ctx, { eventSessionId }) {
    await requireManagedSession(ctx, eventSessionId);
    const [occasion, guests, state] = await Promise.all([
      findOccasion(ctx, eventSessionId),
      findGuests(ctx, eventSessionId),
      guestsOf(ctx, eventSessionId),
    ]);
    const namesErasedAt = new Date(occasion.startsAt.getTime() + RETENTION_DAYS.guestNames * DAY_MS);
    return { ...occasion, namesErasedAt, guests, ...state };
  },
});

/** What changes at the doors of an event session by its guests. */
export async function guestsOf(ctx: AppContext, id: EventSessionId) {
  const [counts, doubtful] = await Promise.all([countGuests(ctx, id), findDoubtful(ctx, id)]);
  return { counts, conflicts: conflictsIn(doubtful).slice(0, CONFLICTS_SHOWN) };
}

/** The guests of an event session for a door, which has to be allowed to see them. */
export const guestsAtDoor = (ctx: AppContext, id: EventSessionId) => findGuests(ctx, id);

/** Those that changed after a revision of the list, and its revision now. */
export async function guestsChanged(ctx: AppContext, id: EventSessionId, after: number) {
  const revision = await revisionOf(ctx, id);
  return { revision, guests: revision === after ? [] : await findGuests(ctx, id, { after }) };
}
