import type { EventSessionId } from "../../catalog/contract.ts";
import { onlyRow } from "../../platform/database/rows.ts";
import type { Tx } from "../../platform/operation/context.ts";
import type { DoorGuest, GuestId } from "../contract.ts";
import { excessOf } from "../policy.ts";
import {
  type ArrivalRow,
  findArrivalsOfKeys,
  findGuestsOfIds,
  findPassed,
  insertArrival,
  lockList,
  saveCounts,
} from "../store.ts";
import {
  type ArrivalAtDoor,
  type ArrivalOutcome,
  countArrivals,
  decideArrival,
  letsThrough,
} from "../values.ts";

/** Where guests come in, and what is decided by. */
export interface ArrivalPlace {
  readonly eventSessionId: EventSessionId;
  readonly entrance: string;
  readonly deviceId: ArrivalRow["doorDeviceId"];
  readonly reentry: boolean;
  readonly hours: Parameters<typeof decideArrival>[3];
  readonly now: Date;
}

export interface MadeArrival extends ArrivalAtDoor {
  readonly key: string;
  readonly guestId: GuestId;
  readonly at: Date;
  /** What a device decided by itself; undefined where it asks. */
  readonly decided: ArrivalOutcome | undefined;
}

interface RecordedArrival {
  readonly key: string;
  readonly outcome: ArrivalOutcome;
  /** As it is after the arrival; null where the event session has no such guest. */
  readonly guest: DoorGuest | null;
}

/**
 * Decides the arrivals of guests and counts them, in the caller's transaction. The list is locked, so that two doors at once
 * let in no more than are listed. One that its device sent before changes nothing and is answered again.
 */
export async function recordArrivals(
  tx: Tx,
  place: ArrivalPlace,
  arrivals: readonly MadeArrival[],
): Promise<RecordedArrival[]> {
  const revision = await lockList(tx, place.eventSessionId);
  const inOrder = arrivals.toSorted((a, b) => a.at.getTime() - b.at.getTime());
  const recorded: RecordedArrival[] = [];
  // One after the other: the second arrival of a guest is decided by what the first came to.
  for (const arrival of inOrder) recorded.push(await recordArrival(tx, place, arrival, revision));
  return recorded;
}

async function recordArrival(tx: Tx, place: ArrivalPlace, arrival: MadeArrival, revision: number) {
  const { key, guestId, direction, people, at, decided } = arrival;
  const { eventSessionId, deviceId, entrance, reentry, hours, now } = place;
  const [guest] = await findGuestsOfIds(tx, eventSessionId, [guestId]);
  if (!guest) return { key, outcome: "guest_unlisted" as const, guest: null };
  const [known] = await findArrivalsOfKeys(tx, deviceId, [key]);
  if (known) return { key, outcome: known.outcome, guest };
  const told = decided ?? decideArrival(guest, { direction, people }, reentry, hours, now);
  const passed = letsThrough(told);
  await insertArrival(tx, {
    ...{ guestId, eventSessionId, doorDeviceId: deviceId, key, entrance, direction, people, passed },
    ...{ outcome: told, offline: decided !== undefined, arrivedAt: at },
  });
  if (!passed) return { key, outcome: told, guest };
  const all = await findPassed(tx, guestId);
  const counts = countArrivals(all);
  await saveCounts(tx, guestId, { ...counts, revision });
  const own = onlyRow(all.filter((each) => each.doorDeviceId === deviceId && each.key === key));
  const before = all.slice(0, all.indexOf(own));
  return {
    key,
    outcome: decided ? outcomeAfter({ ...guest, at }, own, before) : told,
    guest: { ...guest, ...counts },
  };
}

/** A device that decided by itself is told what its arrival comes to beside those that it did not know of. */
function outcomeAfter(
  guest: { readonly people: number; readonly revokedAt: Date | null; readonly at: Date },
  own: ArrivalRow,
  before: readonly ArrivalRow[],
): ArrivalOutcome {
  if (own.direction === "OUT") return own.outcome;
  if (guest.revokedAt && guest.at >= guest.revokedAt) return "guest_unlisted";
  return excessOf(own, before, guest.people) > 0 ? "guest_full" : own.outcome;
}
