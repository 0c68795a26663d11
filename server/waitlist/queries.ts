import { z } from "zod";
import type { EventSessionId } from "../catalog/contract.ts";
import { signedIn } from "../platform/operation/allow.ts";
import { defineQuery } from "../platform/operation/command.ts";
import type { AppContext } from "../platform/operation/context.ts";
import { platformErrors } from "../platform/operation/errors.ts";
import { NoInput } from "../platform/values/text.ts";
import {
  WaitlistEntry,
  type WaitlistEntryId,
  type WaitlistFigures,
  WaitlistOfSessionInput,
} from "./contract.ts";
import {
  countAhead,
  countLists,
  type EntryWithEvent,
  findEntries,
  findEntriesOf,
  findLastEntry,
} from "./store.ts";
import { WAITLIST_ENDINGS } from "./values.ts";

const LISTED_MAX = 100;

export const myWaitlist = defineQuery({
  id: "waitlist.my-waitlist",
  summary: "The caller's places on waiting lists and what became of them, the newest first.",
  allow: signedIn,
  input: NoInput,
  output: z.array(WaitlistEntry),
  async run(ctx) {
    const rows = await findEntriesOf(ctx, ctx.actor.userId, LISTED_MAX);
    return Promise.all(rows.map((row) => viewEntry(ctx, row)));
  },
});

export const waitOfSession = defineQuery({
  id: "waitlist.wait-of-session",
  summary: "The caller's last place on the waiting list of an event session, or null.",
  allow: signedIn,
  input: WaitlistOfSessionInput,
  output: WaitlistEntry.nullable(),
  async run(ctx, { sessionId }) {
    const row = await findLastEntry(ctx, sessionId, ctx.actor.userId);
    return row ? viewEntry(ctx, row) : null;
  },
});

/** The caller's entry. Throws `not_found` (404) for another's, as for one that never was. */
export async function requireOwnEntry(ctx: AppContext, id: WaitlistEntryId): Promise<EntryWithEvent> {
  const [row] = await findEntries(ctx, [id]);
  if (ctx.actor.kind !== "user" || row?.entry.userId !== ctx.actor.userId)
    throw platformErrors.not_found({ what: "waiting list entry" });
  return row;
}

/** An entry as its person sees it. An offer whose tickets went back reads as over, whether or not a job has looked at it. */
export async function viewEntry(ctx: AppContext, { entry, eventSession, event, holdState }: EntryWithEvent) {
  const { id, quantity, state, offerEndsAt, createdAt: joinedAt } = entry;
  const isLapsed = state === "OFFERED" && holdState !== "ACTIVE";
  return {
    ...{ id, quantity, offerEndsAt, joinedAt },
    sessionId: eventSession.id,
    ...{ eventId: event.id, eventTitle: event.title, venue: event.venue, startsAt: eventSession.startsAt },
    status: isLapsed ? ("LAPSED" as const) : state,
    position: state === "WAITING" ? (await countAhead(ctx, entry)) + 1 : null,
    holdId: state === "ACCEPTED" ? entry.holdId : null,
    endReason: WAITLIST_ENDINGS.find((ending) => ending === entry.endReason) ?? null,
  };
}

const NONE: WaitlistFigures = { people: 0, tickets: 0, offers: 0 };

/** The figures of the list of each of these event sessions. */
export async function waitlistFigures(
  ctx: AppContext,
  ids: readonly EventSessionId[],
): Promise<(id: EventSessionId) => WaitlistFigures> {
  const counted = ids.length > 0 ? await countLists(ctx, ids) : new Map<EventSessionId, WaitlistFigures>();
  return (id) => counted.get(id) ?? NONE;
}
