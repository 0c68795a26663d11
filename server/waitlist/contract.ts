import { z } from "zod";
import { eventId, eventSessionId } from "../catalog/contract.ts";
import { holdId } from "../holds/contract.ts";
import { type Id, idOf } from "../platform/values/ids.ts";
import { TICKETS_PER_BUYER_MAX } from "../platform/values/limits.ts";
import { instantOut } from "../platform/values/text.ts";
import { waitlistEntryMachine } from "./machine.ts";
import { WAITLIST_ENDINGS } from "./values.ts";

export type WaitlistEntryId = Id<"waitlist_entry">;
const waitlistEntryId = idOf("waitlist_entry");

export const JoinWaitlist = z.strictObject({
  sessionId: eventSessionId,
  quantity: z.int().min(1).max(TICKETS_PER_BUYER_MAX),
});
export type JoinWaitlist = z.output<typeof JoinWaitlist>;

export const WaitlistEntryInput = z.strictObject({ entryId: waitlistEntryId });

export const WaitlistOfSessionInput = z.strictObject({ sessionId: eventSessionId });

export const WaitlistEntry = z.object({
  id: waitlistEntryId,
  sessionId: eventSessionId,
  eventId,
  eventTitle: z.string(),
  venue: z.string(),
  startsAt: instantOut,
  quantity: z.int(),
  status: z.enum(waitlistEntryMachine.states),
  position: z
    .int()
    .nullable()
    .meta({ description: "The place among those who wait: 1 is next; null for everyone else." }),
  offerEndsAt: instantOut
    .nullable()
    .meta({ description: "Until when the offer can be accepted; null where there was none." }),
  holdId: holdId.nullable().meta({ description: "What was accepted, to check out; null before." }),
  endReason: z.enum(WAITLIST_ENDINGS).nullable(),
  joinedAt: instantOut,
});
export type WaitlistEntry = z.output<typeof WaitlistEntry>;

/** How many wait for an event session, for how many tickets, and how many offers are open. */
export const WaitlistFigures = z.object({ people: z.int(), tickets: z.int(), offers: z.int() });
export type WaitlistFigures = z.output<typeof WaitlistFigures>;

/** What the notifications are told of. */
export const WAITLIST_UPDATED = "waitlist.updated";
