import type { EventSessionId } from "../../catalog/contract.ts";
import type { Tx } from "../../platform/operation/context.ts";
import { seatsToChoose } from "../../seat-maps/queries.ts";
import type { HeldSeat, SeatId } from "../../seats/contract.ts";
import { findFreePlaces } from "../../seats/steps/find-free-places.ts";
import type { SeatChooser } from "../policy.ts";

/** Also knows the chosen seats as clients see them. */
interface Chooser extends SeatChooser {
  readonly seatOf: (id: SeatId) => HeldSeat | undefined;
}

/**
 * Chooses the best seats of an event session that was made from a map, in the caller's transaction, which has locked the
 * stock: the seats that are free are read once, for all requests of a batch.
 * @param own - seats that may be chosen though they are not free
 */
export async function chooserOf(
  tx: Tx,
  eventSessionId: EventSessionId,
  own: readonly SeatId[] = [],
): Promise<Chooser> {
  const { seats, best, count } = await seatsToChoose(tx, eventSessionId);
  const isFreePlace = await findFreePlaces(tx, eventSessionId);
  const isFree = (taken: ReadonlySet<SeatId>) => (place: number) => {
    const seat = seats[place];
    return seat !== undefined && (isFreePlace(place) || own.includes(seat.id)) && !taken.has(seat.id);
  };
  const chosen = new Map<SeatId, HeldSeat>();
  return {
    choose(wish, taken) {
      const found = best(wish, isFree(taken))?.flatMap((place) => seats[place] ?? []);
      for (const { id, number, section, row, label, price } of found ?? [])
        chosen.set(id, { id, number, section, row, label, price });
      return found?.map(({ id }) => id);
    },
    count: (wish, taken) => count(wish, isFree(taken)),
    seatOf: (id) => chosen.get(id),
  };
}
