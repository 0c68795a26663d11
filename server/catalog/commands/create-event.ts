import { role } from "../../platform/operation/allow.ts";
import { defineCommand } from "../../platform/operation/command.ts";
import { platformErrors } from "../../platform/operation/errors.ts";
import { newId } from "../../platform/values/ids.ts";
import { posterErrors } from "../../posters/errors.ts";
import { showPoster } from "../../posters/steps/show-poster.ts";
import { bringsSeats } from "../../seats/contract.ts";
import { CreateEvent, EventView } from "../contract.ts";
import { catalogErrors } from "../errors.ts";
import { insertEvent } from "../events.store.ts";
import { stockRecord } from "../policy.ts";
import { requireVisibleEvent } from "../queries.ts";
import { createSession } from "../steps/create-session.ts";
import { requireAccount } from "../steps/require-account.ts";

/**
 * A new event, with its first event session where one is given, owned by its creator. Throws `account_needed` (403)
 * for a seller without a connected account, `poster_gone` (409) for a poster that cannot be shown, `not_found` (404) for a
 * seat map that is not the caller's, `changed_meanwhile` (409) where that is not as the caller has read it.
 */
export const createEvent = defineCommand({
  id: "catalog.create-event",
  summary: "Create an event, and its first event session with it.",
  isHeavy: (_, raw) =>
    typeof raw === "object" && raw !== null && "eventSession" in raw && bringsSeats(raw.eventSession),
  allow: role("ADMIN", "SELLER"),
  input: CreateEvent,
  output: EventView,
  refuses: [catalogErrors.account_needed, platformErrors.changed_meanwhile, posterErrors.poster_gone],
  audit: ({ title, eventSession }, event) => ({
    target: event?.id,
    meta: { title, ...(eventSession && stockRecord(eventSession)) },
  }),
  async run(tx, { eventSession, poster, ...input }) {
    await requireAccount(tx);
    const { userId } = tx.actor;
    const { id } = await insertEvent(tx, { id: newId("event"), ownerId: userId, ...input });
    if (poster) await showPoster(tx, id, poster);
    if (eventSession) await createSession(tx, { eventId: id, ...eventSession });
    return requireVisibleEvent(tx, id);
  },
});
