import type { EventSessionView, EventView } from "#server/catalog/contract.ts";

const AVAILABILITY = {
  OPEN: "https://schema.org/InStock",
  SCHEDULED: "https://schema.org/PreOrder",
  SOLDOUT: "https://schema.org/SoldOut",
  CLOSED: "https://schema.org/Discontinued",
} as const;

/**
 * An event as search engines read it (schema.org, JSON-LD): one `Event` for each event session, with its offer.
 * @param shopUrl - the address of the shop; without one nothing has an address
 * @returns JSON that can stand in a script element whatever organizers wrote
 */
export function structuredDataOf(
  event: EventView,
  eventSessions: readonly EventSessionView[],
  shopUrl: string | undefined,
): string {
  const address = (path: string) => (shopUrl ? new URL(path, shopUrl).href : undefined);
  const url = address(`/events/${event.id}`);
  const data = eventSessions.map((session) => ({
    ...{ "@context": "https://schema.org", "@type": "Event", name: event.title },
    ...{ description: event.description, startDate: session.startsAt, url },
    ...(session.movedFromAt && { previousStartDate: session.movedFromAt }),
    ...(event.runningMinutes && { duration: `PT${event.runningMinutes}M` }),
    ...(event.poster && { image: address(event.poster.socialUrl) }),
    ...(event.ageRating !== null && { typicalAgeRange: `${event.ageRating}-` }),
    eventStatus: `https://schema.org/${statusOf(session)}`,
    eventAttendanceMode: "https://schema.org/OfflineEventAttendanceMode",
    location: { "@type": "Place", name: event.venue, address: event.venue },
    offers: {
      ...{ "@type": "Offer", price: session.price, priceCurrency: "KRW", url },
      ...{ availability: AVAILABILITY[session.status], validFrom: session.salesOpenAt },
      availabilityEnds: session.salesCloseAt,
    },
  }));
  // The end of a script element is found before its text is read as JSON.
  return JSON.stringify(data).replaceAll("<", "\\u003c");
}

function statusOf({ cancellation, movedFromAt }: EventSessionView): string {
  if (cancellation) return "EventCancelled";
  return movedFromAt ? "EventRescheduled" : "EventScheduled";
}
