import { cancellations } from "../schema/cancellations.ts";
import { eventSessions, events, stock } from "../schema/catalog.ts";
import { posters } from "../schema/posters.ts";
import { saleSamples } from "../schema/sales.ts";
import { seatMaps } from "../schema/seat-maps.ts";
import { seats } from "../schema/seats.ts";
import { use, withheld, within } from "./declare.ts";

/** The tables of what is sold. */
export const catalog = [
  use(events, {
    purpose: "What is performed, as its organizer describes it.",
    kept: "catalog",
    owners: [events.ownerId],
    columns: {
      id: "Names the event.",
      title: "Showing it.",
      description: "Showing it.",
      venue: "Showing it.",
      status: "Whether it is shown.",
      ownerId: "Who may change it.",
      createdAt: "When it was made.",
      updatedAt: "When it last changed.",
    },
  }),
  use(eventSessions, {
    purpose: "One performance of an event and the rules of its sale.",
    kept: "catalog",
    owners: [within(eventSessions.eventId, events.id)],
    columns: {
      id: "Names the event session.",
      eventId: "Of which event it is.",
      startsAt: "When it begins.",
      salesOpenAt: "When its sale opens.",
      salesCloseAt: "When its sale closes.",
      cancelDeadlineAt: "Until when buyers may cancel.",
      movedFromAt: "Telling buyers that it was moved.",
      cancelledAt: "When it was cancelled.",
      cancelReason: "Telling buyers why it was cancelled.",
      priceKrw: "The price of a ticket.",
      seated: "Whether its tickets are numbered seats.",
      salesOverride: "Whether an operator opened or closed the sale.",
      maxPerUser: "How many tickets one buyer may have.",
      queueAdmitLimit: "How many are let in at once.",
      queueAdmitRatePerSecond: "How fast people are let in.",
      queueMaxLength: "How long the queue may be.",
      admissionPaused: "Whether an operator stopped letting people in.",
      createdAt: "When it was made.",
      updatedAt: "When it last changed.",
    },
  }),
  use(stock, {
    purpose: "How many tickets of an event session are left.",
    kept: "catalog",
    owners: [],
    columns: {
      eventSessionId: "Of which event session.",
      total: "How many there are.",
      remaining: "How many are left.",
      version: "Keeping the newest number in caches.",
    },
  }),
  use(seats, {
    purpose: "Numbered seats of an event session.",
    kept: "catalog",
    owners: [],
    columns: {
      id: "Names the seat.",
      eventSessionId: "Of which event session.",
      number: "Finding it in the house.",
      section: "Finding it in the house.",
      row: "Finding it in the house.",
      label: "Finding it in the house.",
      position: "Finding seats that are together.",
      accessible: "Telling who can use it.",
      companion: "Telling who can use it.",
      restrictedView: "Telling what can be seen from it.",
      house: "Whether the house keeps it off sale.",
      priceKrw: "Its price.",
      state: "Whether it can be had.",
      holdId: "The hold that has it.",
    },
  }),
  use(seatMaps, {
    purpose: "Halls as their organizers describe them, to make event sessions from.",
    kept: "catalog",
    owners: [seatMaps.ownerId],
    columns: {
      id: "Names the map.",
      ownerId: "Who may change it.",
      name: "Finding it.",
      venue: "Finding it.",
      plan: withheld(
        "Making event sessions from it.",
        "It is about a hall, and its owner downloads it as a file.",
      ),
      seatCount: "Showing how large it is.",
      version: "Refusing a change of what someone else has changed.",
      createdAt: "When it was made.",
      updatedAt: "When it last changed.",
    },
  }),
  use(cancellations, {
    purpose: "Event sessions that do not take place, until their orders are refunded.",
    kept: "catalog",
    owners: [cancellations.cancelledById],
    columns: {
      eventSessionId: "Of which event session.",
      cancelledById: "Who cancelled it.",
      createdAt: "When it was cancelled.",
      doneAt: "When no order was left.",
    },
  }),
  use(posters, {
    purpose:
      "Pictures that events show. Their files, without metadata, are in the file store as long as the row.",
    kept: "poster",
    owners: [posters.uploadedBy],
    columns: {
      id: "Names the poster and its files.",
      uploadedBy: "Who may choose it, and whose room it takes.",
      eventId: "Which event shows it.",
      alt: "Telling what can be seen on it.",
      width: "Keeping its place on pages.",
      height: "Keeping its place on pages.",
      files: "Finding its files.",
      bytes: "Counting the room that it takes.",
      createdAt: "When it was uploaded.",
      unusedSince: "When it can be removed.",
    },
  }),
  use(saleSamples, {
    purpose: "Charts of a sale: counts, no people.",
    kept: "samples",
    owners: [],
    columns: {
      eventSessionId: "Of which event session.",
      at: "When.",
      remaining: "Tickets left.",
      held: "Tickets held.",
      paying: "Tickets at the checkout.",
      sold: "Tickets sold.",
      waiting: "People in the queue.",
      admitted: "People let in now.",
      issued: "Numbers given.",
      entries: "People let in since the start.",
    },
  }),
];
