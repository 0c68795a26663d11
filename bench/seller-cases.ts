import { alike, type Case, dayAgo, each } from "./cases.ts";

/** Everything that a seller's pages read, of one of their event sessions. */
export function sellerCases({
  event,
  session,
  ticket,
}: Record<"event" | "session" | "ticket", string>): Case[] {
  const ofSession = (input: object) => ({ session, ...input });
  return [
    ...alike("reports.sessionSales", [
      {},
      { event },
      { since: dayAgo(400), until: dayAgo(300) },
      { sort: "startsAt" },
    ]),
    each("reports.salesOfSession", "seller", () => ({ eventSessionId: session })),
    ...alike("reports.attendees", [
      ofSession({}),
      ofSession({ sort: "issuedAt" }),
      ofSession({ status: "VOID" }),
      ofSession({ status: "USED" }),
      ofSession({ search: ticket }),
      ofSession({ search: "no-one@test.example" }),
      ofSession({ search: "0000-0077" }),
    ]),
    ...alike("catalog.listManagedEvents", [{}, { status: "PUBLISHED" }, { search: "콘서트" }]),
    each("catalog.getManagedEvent", "seller", () => ({ eventId: event })),
    ...alike("notifications.mine", [{}]),
    ...alike("notifications.unread", [{}]),
  ].map((found) => ({ ...found, what: `${found.what} by a seller` }));
}
