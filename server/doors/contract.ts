import { z } from "zod";
import { EventSessionInput, eventSessionId } from "../catalog/contract.ts";
import { DoorGuest, GuestConflict, GuestCounts, guestId, guestPeople } from "../guests/contract.ts";
import { ARRIVAL_OUTCOMES, ARRIVALS_MAX } from "../guests/values.ts";
import { type Id, idOf } from "../platform/values/ids.ts";
import { instantOut, textOf } from "../platform/values/text.ts";
import { ENTRY_CODES } from "../terms/values.ts";
import { TICKET_STATUSES, ticketId } from "../tickets/contract.ts";
import { SHOWN_AS } from "../tickets/values.ts";
import {
  CODE_TAIL,
  DIRECTIONS,
  DOOR_DEVICES_MAX,
  ENTRANCE_LENGTH_MAX,
  SCAN_OUTCOMES,
  SCANS_MAX,
} from "./values.ts";

export type DoorLinkId = Id<"door_link">;
export const doorLinkId = idOf("door_link");
export type DoorDeviceId = Id<"door_device">;

/** The name of an entrance. */
export const entranceName = textOf(ENTRANCE_LENGTH_MAX);

/** What of an event session's rules the door goes by. */
export const DoorRules = z.object({
  reentry: z
    .boolean()
    .meta({ description: "Whether a person who was scanned on the way out may come back." }),
  entryCodes: z.enum(ENTRY_CODES).meta({ description: "Which codes of mobile tickets let people in." }),
});
export type DoorRules = z.output<typeof DoorRules>;
export const SetDoorRules = z.strictObject({ eventSessionId, reentry: z.boolean() });

export const DoorCounts = z.object({
  sold: z.int().meta({ description: "Tickets that are not void." }),
  entered: z.int().meta({ description: "Tickets that were used." }),
  inside: z.int().meta({ description: "Used tickets whose holders have not gone out." }),
});
export type DoorCounts = z.output<typeof DoorCounts>;

export const CreateDoorLink = z.strictObject({
  eventSessionId,
  name: entranceName,
  devicesMax: z.int().min(1).max(DOOR_DEVICES_MAX).default(1),
});

export const DoorLinkView = z.object({
  id: doorLinkId,
  name: z.string(),
  devicesMax: z.int(),
  devices: z.int().meta({ description: "Devices that have opened it." }),
  createdAt: instantOut,
  revokedAt: instantOut.nullable(),
  lastUsedAt: instantOut
    .nullable()
    .meta({ description: "When it was last opened or a scan came through it." }),
});
export type DoorLinkView = z.output<typeof DoorLinkView>;

/** The secret stands in the answer of this call alone. */
export const NewDoorLink = DoorLinkView.extend({ token: z.string() });
export const RevokeDoorLink = z.strictObject({ id: doorLinkId });

/** A ticket that let a person in although it should not have, as doors without a network cannot know. */
export const DoorConflict = z.object({
  ticketId,
  code: z.string(),
  kind: z.enum(["duplicate", "void"]),
  entrance: z.string(),
  scannedAt: instantOut,
  offline: z.boolean(),
  first: z.object({ entrance: z.string(), scannedAt: instantOut }).nullable(),
});
export type DoorConflict = z.output<typeof DoorConflict>;

/** Conflicts of an event session that a page shows. */
export const CONFLICTS_SHOWN = 100;

/** The doors of an event session, as those who run it see them. */
export const DoorOverview = z.object({
  eventTitle: z.string(),
  venue: z.string(),
  startsAt: instantOut,
  endsAt: instantOut.meta({ description: "When its door links end by themselves." }),
  cancelled: z.boolean(),
  rules: DoorRules,
  counts: DoorCounts,
  guests: GuestCounts,
  guestConflicts: z.array(GuestConflict),
  links: z.array(DoorLinkView),
  conflicts: z.array(DoorConflict).meta({ description: `The latest ${CONFLICTS_SHOWN}.` }),
});
export const DoorOverviewInput = EventSessionInput;

export const OpenDoor = z.strictObject({
  /** The secret of a door link. */
  token: z.string().min(1).max(200),
  /** The secret that this device already has, if it has one. */
  deviceToken: z.string().max(200).optional(),
});

/** What a device reads of the door that it stands at. */
export const Door = z.object({
  deviceId: idOf("door_device"),
  entrance: z.string(),
  number: z.int().meta({ description: "Which device of its link it is, the first being 1." }),
  eventSessionId,
  eventTitle: z.string(),
  venue: z.string(),
  startsAt: instantOut,
  opensAt: instantOut,
  endsAt: instantOut,
  rules: DoorRules,
  counts: DoorCounts,
  conflicts: z.array(DoorConflict),
  now: instantOut,
  guests: GuestCounts,
  guestConflicts: z.array(GuestConflict),
  keys: z
    .array(z.looseObject({ kty: z.string() }))
    .meta({ description: "Public keys that tickets are signed with." }),
  movingKey: z
    .string()
    .meta({ description: "What the moving codes of this event session are checked with." }),
});
export type Door = z.output<typeof Door>;
export const OpenedDoor = Door.extend({ deviceToken: z.string() });

/** A ticket as doors keep it to decide without a network: no name and no address of its holder. */
export const DoorTicket = z.object({
  id: ticketId,
  tail: z.string().meta({ description: `The last ${CODE_TAIL} characters of its code.` }),
  version: z.int().min(1).meta({ description: "Which code it is: each new holder gets another." }),
  status: z.enum(TICKET_STATUSES),
  isPaper: z.boolean().meta({ description: "Whether it was sold on paper, which cannot move." }),
  section: z.string().nullable(),
  row: z.string().nullable(),
  label: z.string().nullable(),
  seat: z.string().nullable(),
  usedAt: instantOut.nullable(),
  usedWhere: z.string().nullable(),
  leftAt: instantOut.nullable(),
});
export type DoorTicket = z.output<typeof DoorTicket>;

/** Tickets of one answer. */
export const DOOR_TICKETS_PAGE = 5000;
export const ListDoorTickets = z.strictObject({ after: ticketId.optional() });
export const DoorTickets = z.object({ tickets: z.array(DoorTicket), after: ticketId.nullable() });

export const Scan = z.strictObject({
  /** Names the scan on its device, so that one that is sent again is the same. */
  key: z.uuid(),
  /** The text of a QR code, or a ticket's short code that was typed. */
  code: z.string().trim().min(1).max(2000),
  direction: z.enum(DIRECTIONS).default("IN"),
  /** How many milliseconds ago it was, by the device: no clock of a device is believed. */
  ageMs: z.int().min(0).default(0),
  isConfirmed: z.boolean().default(false).meta({
    description: "Whether the person at the door lets in a ticket whose code does not move.",
  }),
  /** What the device decided by itself, where it could not ask. */
  decided: z.enum(SCAN_OUTCOMES).optional(),
});
export const ScanTickets = z.strictObject({ scans: z.array(Scan).min(1).max(SCANS_MAX) });

/** A ticket's first entry. */
const FirstUse = z.object({ at: instantOut, entrance: z.string() });

/** How a ticket was shown. */
const Shown = z
  .object({
    as: z.enum(SHOWN_AS).meta({ description: "`old` is a code that moved once, as on a picture of it." }),
    at: instantOut.nullable().meta({ description: "Since when a code that moved once was drawn." }),
  })
  .nullable();

export const ScanResult = z.object({
  key: z.string(),
  outcome: z.enum(SCAN_OUTCOMES),
  shown: Shown.meta({ description: "Null where no ticket was found, and for a scan that was sent before." }),
  ticket: DoorTicket.nullable().meta({ description: "As it is after the scan; null where none was found." }),
  first: FirstUse.nullable().meta({ description: "When and at which entrance the ticket was first used." }),
});
export type ScanResult = z.output<typeof ScanResult>;
export const ScanResults = z.object({ results: z.array(ScanResult), counts: DoorCounts });

export const DoorGuests = z.object({ guests: z.array(DoorGuest) });

const Arrival = z.strictObject({
  /** Names the arrival on its device, so that one that is sent again is the same. */
  key: z.uuid(),
  guestId,
  people: guestPeople.meta({ description: "How many of the guest's people come or go." }),
  direction: z.enum(DIRECTIONS).default("IN"),
  ageMs: z.int().min(0).default(0),
  decided: z.enum(ARRIVAL_OUTCOMES).optional(),
});
export const AdmitGuests = z.strictObject({ arrivals: z.array(Arrival).min(1).max(ARRIVALS_MAX) });

export const ArrivalResult = z.object({
  key: z.string(),
  outcome: z.enum(ARRIVAL_OUTCOMES),
  guest: DoorGuest.nullable().meta({ description: "As it is after the arrival; null where none was found." }),
});
export type ArrivalResult = z.output<typeof ArrivalResult>;
export const ArrivalResults = z.object({ results: z.array(ArrivalResult), guests: GuestCounts });

/** What a device is told while it watches: the counts, and the tickets and guests that changed at other doors. */
export const DoorNews = z.object({
  counts: DoorCounts,
  rules: DoorRules,
  tickets: z.array(DoorTicket),
  conflicts: z.array(DoorConflict),
  guests: GuestCounts,
  guestConflicts: z.array(GuestConflict),
  changedGuests: z.array(DoorGuest),
});
export type DoorNews = z.output<typeof DoorNews>;

export const CheckIn = z.strictObject({
  qr: z.string().min(1).max(2000),
  /** The name of the door. */
  gate: entranceName,
  /** Whether the person at the door lets in a ticket whose code does not move. */
  isConfirmed: z.boolean().default(false),
});

export const CheckInResult = z.object({
  accepted: z.boolean(),
  outcome: z.enum(SCAN_OUTCOMES).meta({ description: "Why it was accepted or not." }),
  shown: Shown,
  ticketId,
  seat: z.string().nullable().meta({ description: "The number of its seat; null for counted stock." }),
  status: z.enum(TICKET_STATUSES),
  /** When and where it was first used. */
  usedAt: instantOut.nullable(),
  usedWhere: z.string().nullable(),
});
