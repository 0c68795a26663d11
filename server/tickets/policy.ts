import type { AppError } from "../platform/operation/errors.ts";
import { ticketErrors } from "./errors.ts";

const HOUR_MS = 3_600_000;
/** From when until when around the start somebody may be let in: a festival opens early and goes on all night. */
const CHECK_IN_HOURS = { before: 6, after: 12 };

/** Why nobody is let in now, or null: a ticket used days before could neither be used at the door nor given back. */
export function checkInRefusal(startsAt: Date, now: Date): AppError | null {
  const opensAt = new Date(startsAt.getTime() - CHECK_IN_HOURS.before * HOUR_MS);
  const closedAt = new Date(startsAt.getTime() + CHECK_IN_HOURS.after * HOUR_MS);
  if (now < opensAt) return ticketErrors.doors_not_open({ opensAt: opensAt.toISOString() });
  return now > closedAt ? ticketErrors.event_over({ closedAt: closedAt.toISOString() }) : null;
}
