import type { EventId, EventSessionId } from "#server/catalog/contract.ts";
import type { SeatMapId } from "#server/seat-maps/contract.ts";

/** Whose pages they are: operators run every event, sellers their own. */
export type Area = "admin" | "seller";

/** The addresses of the pages on which events and seat maps are run. */
export const hrefsOf = (area: Area) => {
  const events = `/${area}/events`;
  const event = (eventId: EventId) => `${events}/${eventId}`;
  const seatMaps = `/${area}/seat-maps`;
  return {
    events,
    event,
    newEvent: `${events}/new`,
    duplicate: (eventId: EventId) => `${events}/new?from=${eventId}`,
    editEvent: (eventId: EventId) => `${event(eventId)}/edit`,
    preview: (eventId: EventId) => `${event(eventId)}/preview`,
    newSession: (eventId: EventId, from?: EventSessionId) =>
      `${event(eventId)}/sessions/new${from ? `?from=${from}` : ""}`,
    seatMaps,
    seatMap: (seatMapId: SeatMapId) => `${seatMaps}/${seatMapId}`,
    doors: (eventId: EventId, id: EventSessionId) => `${event(eventId)}/sessions/${id}/doors`,
    guests: (eventId: EventId, id: EventSessionId) => `${event(eventId)}/sessions/${id}/guests`,
    editSession: (eventId: EventId, id: EventSessionId) => `${event(eventId)}/sessions/${id}`,
  };
};
