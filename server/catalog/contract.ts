import { z } from "zod";
import { ChangedOffer, NewOffer, OfferView } from "../delivery/contract.ts";
import { type Id, idOf } from "../platform/values/ids.ts";
import { TICKETS_PER_BUYER_MAX, TITLE_LENGTH_MAX, VENUE_LENGTH_MAX } from "../platform/values/limits.ts";
import { instantIn, instantOut, noteText, paragraphsOf, priceKrw, textOf } from "../platform/values/text.ts";
import { ChosenPoster, PosterView } from "../posters/contract.ts";
import { Release, ReleaseView } from "../release/contract.ts";
import { ChosenSeatMap } from "../seat-maps/contract.ts";
import { NewSeats, oneKindOfStock } from "../seats/contract.ts";
import { ChangedTerms, NewTerms, TermsView } from "../terms/contract.ts";
import {
  AGE_RATING_MAX,
  CLOSE_CAUSES,
  DESCRIPTION_LENGTH_MAX,
  DOORS_MINUTES_MAX,
  EVENT_STATUSES,
  INVENTORY_LEVELS,
  RUNNING_MINUTES_MAX,
  SALE_STATUSES,
  SEARCH_LENGTH_MAX,
  STOCK_MAX,
} from "./values.ts";

export type EventId = Id<"event">;
export type EventSessionId = Id<"event_session">;
export const eventId = idOf("event");
export const eventSessionId = idOf("event_session");

export const EventView = z.object({
  id: eventId,
  title: z.string(),
  description: z.string(),
  venue: z.string(),
  status: z.enum(EVENT_STATUSES),
  /** Null where it has none. */
  poster: PosterView.nullable(),
  /** How long it takes, its intervals included; null where that is not said. */
  runningMinutes: z.int().nullable(),
  /** From which age on people are let in: 0 is everyone; null where that is not said. */
  ageRating: z.int().nullable(),
});
export type EventView = z.output<typeof EventView>;

export const ListEvents = z.strictObject({
  /** The last event of the page before; left out for the first page. */
  after: eventId.optional(),
  limit: z.coerce.number().int().min(1).max(50).default(20),
});

/** An event as the list shows it; what it says at length is at the event itself. */
export const EventCard = EventView.omit({ description: true, runningMinutes: true, ageRating: true }).extend({
  /** When its next event session starts; null when none is planned. */
  nextStartsAt: instantOut.nullable(),
  /** The lowest price of its event sessions, in KRW. */
  priceFrom: z.int().nullable(),
  /** The sale status of that event session, else of the last one; null without any. */
  saleStatus: z.enum(SALE_STATUSES).nullable(),
});
export type EventCard = z.output<typeof EventCard>;

/** When and why an event session was cancelled; null where it takes place. */
export const SessionCancellation = z
  .object({ at: instantOut, reason: z.string() })
  .nullable()
  .meta({ description: "When and why the event session was cancelled; null where it takes place." });

export const EventSessionView = z.object({
  id: eventSessionId,
  startsAt: instantOut,
  movedFromAt: instantOut
    .nullable()
    .meta({ description: "When it was to start before it was moved; null where it never was." }),
  cancellation: SessionCancellation,
  price: z.int().meta({ description: "KRW for one ticket; of numbered seats the lowest price." }),
  seated: z.boolean().meta({ description: "Whether its tickets are numbered seats." }),
  /** Of the drawing of its seats; null without one. */
  drawingVersion: z.string().nullable(),
  totalStock: z.int(),
  remainingStock: z.int(),
  level: z.enum(INVENTORY_LEVELS),
  status: z.enum(SALE_STATUSES),
  closedBecause: z
    .enum(CLOSE_CAUSES)
    .nullable()
    .meta({ description: "Why sales are closed; null while they are not." }),
  salesOpenAt: instantOut,
  salesCloseAt: instantOut,
  cancelDeadlineAt: instantOut,
  maxPerUser: z.int(),
  /** How many minutes before the start the doors open; null where that is not said. */
  doorsMinutesBefore: z.int().nullable(),
  ...{ delivery: OfferView, terms: TermsView, release: ReleaseView },
});
export type EventSessionView = z.output<typeof EventSessionView>;

export const EventInput = z.strictObject({ eventId });
export const EventSessionInput = z.strictObject({ eventSessionId });

const title = textOf(TITLE_LENGTH_MAX);
const venue = textOf(VENUE_LENGTH_MAX);
const description = paragraphsOf(DESCRIPTION_LENGTH_MAX);
const eventStatus = z.enum(EVENT_STATUSES);
/** Null says nothing. */
const details = {
  runningMinutes: z.int().min(1).max(RUNNING_MINUTES_MAX).nullable().optional(),
  ageRating: z.int().min(0).max(AGE_RATING_MAX).nullable().optional(),
};
const doorsMinutesBefore = z.int().min(0).max(DOORS_MINUTES_MAX).nullable().optional();

/** What both updates take besides what they change. */
const changing = {
  /** Why, for the audit log. */
  reason: noteText.optional(),
  /** The `updatedAt` that the caller has read: the change is refused where someone else has made one since. */
  readUpdatedAt: instantIn.optional(),
};
export const UpdateEvent = z.strictObject({
  eventId,
  title: title.optional(),
  description: description.optional(),
  venue: venue.optional(),
  status: eventStatus.optional(),
  /** Null takes it away. */
  poster: ChosenPoster.nullable().optional(),
  ...details,
  ...changing,
});
const admitLimit = z.int().min(1).max(100_000);
const admitRatePerSecond = z.int().min(1).max(10_000);
const maxLength = z.int().min(1).max(1_000_000);
const queueSettings = z.strictObject({
  admitLimit: admitLimit.default(100),
  admitRatePerSecond: admitRatePerSecond.default(50),
  maxLength: maxLength.default(50_000),
});
const maxPerUser = z.int().min(1).max(TICKETS_PER_BUYER_MAX);

/** Which dates are allowed together is decided with the database's clock (`requireDates`). */
const newEventSession = z.strictObject({
  startsAt: instantIn,
  salesOpenAt: instantIn,
  salesCloseAt: instantIn,
  cancelDeadlineAt: instantIn.optional(),
  price: priceKrw.optional(),
  totalStock: z.int().min(1).max(STOCK_MAX).optional(),
  ...{ seats: NewSeats.optional(), seatMap: ChosenSeatMap.optional() },
  maxPerUser: maxPerUser.default(4),
  doorsMinutesBefore,
  line: queueSettings.prefault({}),
  ...{ delivery: NewOffer.prefault({}), terms: NewTerms.prefault({}), release: Release.prefault({}) },
});

export const CreateEventSession = newEventSession.extend({ eventId }).refine(...oneKindOfStock);

export const CreateEvent = z.strictObject({
  title,
  description,
  venue,
  status: eventStatus.default("DRAFT"),
  poster: ChosenPoster.optional(),
  ...details,
  /** Its first event session, which is created in the same transaction. */
  eventSession: newEventSession.refine(...oneKindOfStock).optional(),
});

const admission = z.enum(["OPEN", "PAUSED"]);
/** OPEN and CLOSED set sales by hand; SCHEDULED goes back to the two times. */
const saleControl = z.enum(["SCHEDULED", "OPEN", "CLOSED"]);

export const UpdateEventSession = z.strictObject({
  id: eventSessionId,
  status: saleControl.optional(),
  /** PAUSED lets no one out of the queue; sales go on for those who are in. */
  admission: admission.optional(),
  addStock: z.int().min(1).max(STOCK_MAX).optional(),
  /** Another start: buyers are notified and may return their tickets until then. */
  startsAt: instantIn.optional(),
  salesOpenAt: instantIn.optional(),
  salesCloseAt: instantIn.optional(),
  cancelDeadlineAt: instantIn.optional(),
  /** KRW; fixed once it is on sale, or someone has had tickets. */
  price: priceKrw.optional(),
  maxPerUser: maxPerUser.optional(),
  doorsMinutesBefore,
  /** What is left out stays as it is. */
  line: z.strictObject({ admitLimit, admitRatePerSecond, maxLength }).partial().optional(),
  ...{ delivery: ChangedOffer.optional(), terms: ChangedTerms.optional(), release: Release.optional() },
  ...changing,
});

/** An event session as the people who run it see it. */
export const ManagedEventSession = EventSessionView.extend({
  control: saleControl,
  admission,
  line: z.object({ admitLimit, admitRatePerSecond, maxLength }),
  updatedAt: instantOut,
});
export type ManagedEventSession = z.output<typeof ManagedEventSession>;

/** An event as the people who run it see it. */
export const ManagedEvent = EventView.extend({
  createdAt: instantOut,
  updatedAt: instantOut,
  eventSessions: z.array(ManagedEventSession),
});
export type ManagedEvent = z.output<typeof ManagedEvent>;
export const ListManagedEvents = z.strictObject({
  status: eventStatus.optional(),
  /** Words of the title or the venue, or an event's id. */
  search: textOf(SEARCH_LENGTH_MAX).optional(),
  /** The last event of the page before; left out for the first page. */
  after: eventId.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

/** An event in the list of those who run it. */
export const ManagedEventRow = EventCard.omit({ poster: true, priceFrom: true }).extend({
  createdAt: instantOut,
  eventSessionCount: z.int(),
  /** Tickets of all event sessions that are held or sold, and all that there are. */
  takenStock: z.int(),
  totalStock: z.int(),
});
export type ManagedEventRow = z.output<typeof ManagedEventRow>;

/** The changes of a sold event that its buyers see. */
const CHANGED_FIELDS = ["title", "venue", "startsAt"] as const;
export const Change = z.object({
  field: z.enum(CHANGED_FIELDS),
  /** A time is ISO 8601 in UTC. */
  from: z.string(),
  to: z.string(),
});
export type Change = z.output<typeof Change>;
