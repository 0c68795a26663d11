import { catalogErrors } from "../catalog/errors.ts";
import type { AppError } from "../platform/operation/errors.ts";
import { CHECK_IN_HOURS } from "../tickets/contract.ts";
import { doorErrors } from "./errors.ts";
import type { DoorTimes } from "./scan.policy.ts";

const HOUR_MS = 3_600_000;

/** When the doors of an event session open and end. */
export const doorTimesOf = ({
  startsAt,
  cancelledAt,
}: {
  readonly startsAt: Date;
  readonly cancelledAt: Date | null;
}): DoorTimes => ({
  opensAt: new Date(startsAt.getTime() - CHECK_IN_HOURS.before * HOUR_MS),
  endsAt: new Date(startsAt.getTime() + CHECK_IN_HOURS.after * HOUR_MS),
  isCancelled: cancelledAt !== null,
});

/** Whether what a door link opens has ended: it was revoked, its event session is over or does not take place. */
export const hasEnded = (
  {
    revokedAt,
    ...eventSession
  }: {
    readonly revokedAt: Date | null;
    readonly startsAt: Date;
    readonly cancelledAt: Date | null;
  },
  now: Date,
): boolean => {
  const { endsAt, isCancelled } = doorTimesOf(eventSession);
  return revokedAt !== null || isCancelled || now > endsAt;
};

/** How an outcome is refused where the caller asks for one ticket; null where the answer itself tells it. */
export function refusalOf(outcome: string, { opensAt, endsAt }: DoorTimes): AppError | null {
  if (outcome === "cancelled") return catalogErrors.session_cancelled();
  if (outcome === "not_open") return doorErrors.doors_not_open({ opensAt: opensAt.toISOString() });
  return outcome === "over" ? doorErrors.event_over({ closedAt: endsAt.toISOString() }) : null;
}

/**
 * When a scan was: so long ago as its device says, but not before the device had its door, and not in the future. A
 * device can so not make its scan the first one of a ticket by a clock of its own.
 */
export const momentOf = (ageMs: number, now: Date, openedAt: Date): Date =>
  new Date(Math.max(now.getTime() - ageMs, openedAt.getTime()));
