import { catalogErrors } from "../catalog/errors.ts";
import type { AppError } from "../platform/operation/errors.ts";
import { CHECK_IN_HOURS } from "./contract.ts";
import { ticketErrors } from "./errors.ts";

const HOUR_MS = 3_600_000;

/** Why no ticket is checked in now, or null. One that was used days before could not be used at the door any more. */
export function checkInRefusal(
  { startsAt, cancelledAt }: { readonly startsAt: Date; readonly cancelledAt: Date | null },
  now: Date,
): AppError | null {
  if (cancelledAt) return catalogErrors.session_cancelled();
  const opensAt = new Date(startsAt.getTime() - CHECK_IN_HOURS.before * HOUR_MS);
  const closedAt = new Date(startsAt.getTime() + CHECK_IN_HOURS.after * HOUR_MS);
  if (now < opensAt) return ticketErrors.doors_not_open({ opensAt: opensAt.toISOString() });
  return now > closedAt ? ticketErrors.event_over({ closedAt: closedAt.toISOString() }) : null;
}
