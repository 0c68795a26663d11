import { flagsOf, type Hall, sectionIndexOf } from "../../seat-map/hall.ts";
import { isFreeAt, type SeatStates } from "./hall-seats.ts";

/**
 * The free seat to take instead of one that someone else has: in the same section where there is one, and there the nearest
 * as the hall is drawn. A place for a wheelchair, or the seat beside it, is offered only instead of another one.
 * @param lost - the index of the seat in the drawing
 * @param others - seats that are not offered: those that are chosen, lost or offered already
 */
export function nearestFree(
  hall: Hall,
  states: SeatStates,
  lost: number,
  others: readonly number[],
): number | undefined {
  const section = sectionIndexOf(hall, lost);
  const isWithheld = new Set(others);
  const isSpecial = (place: number) =>
    flagsOf(hall, place).some((flag) => flag === "accessible" || flag === "companion");
  const fits = isSpecial(lost) ? () => true : (place: number) => hall.flags[place] === 0 || !isSpecial(place);
  let best: { readonly place: number; readonly cost: readonly [number, number] } | undefined;
  for (let place = 0; place < hall.count; place += 1) {
    if (place === lost || !isFreeAt(states, place) || isWithheld.has(place) || !fits(place)) continue;
    const cost = [Number(sectionIndexOf(hall, place) !== section), distance(hall, lost, place)] as const;
    if (!best || cost[0] < best.cost[0] || (cost[0] === best.cost[0] && cost[1] < best.cost[1]))
      best = { place, cost };
  }
  return best?.place;
}

const distance = ({ x, y }: Hall, one: number, other: number): number =>
  Math.hypot((x[one] ?? 0) - (x[other] ?? 0), (y[one] ?? 0) - (y[other] ?? 0));
