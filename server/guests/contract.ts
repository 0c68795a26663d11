import { z } from "zod";
import { EventSessionInput, eventSessionId } from "../catalog/contract.ts";
import { type Id, idOf } from "../platform/values/ids.ts";
import { instantOut, textOf } from "../platform/values/text.ts";
import {
  GUEST_COLUMNS,
  GUEST_FAULTS,
  GUEST_NAME_LENGTH_MAX,
  GUEST_NOTE_LENGTH_MAX,
  GUEST_PEOPLE_MAX,
} from "./values.ts";

export type GuestId = Id<"guest">;
export const guestId = idOf("guest");

export const guestName = textOf(GUEST_NAME_LENGTH_MAX);
export const guestNote = textOf(GUEST_NOTE_LENGTH_MAX);
export const guestPeople = z.int().min(1).max(GUEST_PEOPLE_MAX);

export const GuestCounts = z.object({
  listed: z.int().meta({ description: "People on the guest list, without those who were revoked." }),
  came: z.int().meta({ description: "Guests who came in." }),
  inside: z.int().meta({ description: "Guests who came in and have not gone out." }),
});
export type GuestCounts = z.output<typeof GuestCounts>;

/** A guest as doors keep it, to find them by name without a network. */
export const DoorGuest = z.object({
  id: guestId,
  name: z.string(),
  note: z.string().nullable(),
  people: z.int(),
  came: z.int(),
  outside: z.int(),
  isRevoked: z.boolean(),
});
export type DoorGuest = z.output<typeof DoorGuest>;

export const GuestView = DoorGuest.extend({ createdAt: instantOut });
export type GuestView = z.output<typeof GuestView>;

/** Guests who came in though they should not have, as doors without a network cannot know. */
export const GuestConflict = z.object({
  guestId,
  name: z.string(),
  kind: z.enum(["guest_full", "guest_unlisted"]),
  people: z.int().meta({ description: "How many of them were too many." }),
  entrance: z.string(),
  arrivedAt: instantOut,
});
export type GuestConflict = z.output<typeof GuestConflict>;

export const ListGuests = EventSessionInput;
export const GuestList = z.object({
  eventTitle: z.string(),
  startsAt: instantOut,
  namesErasedAt: instantOut.meta({ description: "When names and notes are erased." }),
  guests: z.array(GuestView),
  counts: GuestCounts,
  conflicts: z.array(GuestConflict),
});
export type GuestList = z.output<typeof GuestList>;

export const AddGuest = z.strictObject({
  eventSessionId,
  name: guestName,
  note: guestNote.optional(),
  people: guestPeople.default(1),
});
export const RevokeGuest = z.strictObject({ id: guestId });

export const GuestMistake = z.object({
  /** Of the file, as a text editor counts them; 1 is that of the headings. */
  line: z.int(),
  /** The heading of the cell; null where the mistake is of the whole line. */
  column: z.enum(GUEST_COLUMNS).nullable(),
  code: z.enum(GUEST_FAULTS),
  /** What stands there, cut where it is long. */
  found: z.string(),
});
export type GuestMistake = z.output<typeof GuestMistake>;

/** A CSV file as it was sent: each of its lines is a guest. */
export const ImportGuests = z.strictObject({
  eventSessionId,
  bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
});
export const ImportedGuests = z.object({
  count: z.int().meta({ description: "Guests that were added." }),
  mistakes: z.array(GuestMistake),
  /** All of them, where more than are shown. */
  mistakeCount: z.int(),
});
export type ImportedGuests = z.output<typeof ImportedGuests>;
