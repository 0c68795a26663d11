import { createEvent } from "ics";
import type { Appointment } from "./letter.ts";

/** How long a calendar blocks for an evening out; for a performance of which no one said how long it takes. */
const BLOCKED = { hours: 2 };

/**
 * The calendar file (RFC 5545) of an appointment.
 * @throws the library's error for a text that no calendar file can hold
 */
export function calendarFileOf({ uid, title, place, startsAt, minutes, url }: Appointment): string {
  const { error, value } = createEvent({
    ...{ uid, title, location: place, url, productId: "seonchak", method: "PUBLISH", status: "CONFIRMED" },
    ...{ start: Date.parse(startsAt), startInputType: "utc", startOutputType: "utc" },
    duration: minutes ? { minutes } : BLOCKED,
    alarms: [{ action: "display", description: title, trigger: { hours: 3, before: true } }],
  });
  if (!value) throw error ?? new Error("no calendar file");
  return value;
}
