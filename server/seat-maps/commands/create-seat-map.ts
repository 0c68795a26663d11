import { role } from "../../platform/operation/allow.ts";
import { defineCommand } from "../../platform/operation/command.ts";
import { newId } from "../../platform/values/ids.ts";
import { CreateSeatMap, SeatMapListed } from "../contract.ts";
import { seatMapErrors } from "../errors.ts";
import { countSeats, requireSound, SEAT_MAPS_PER_SELLER_MAX } from "../policy.ts";
import { countSeatMapsOf, insertSeatMap } from "../store.ts";

/**
 * A new seat map, owned by its creator; without a plan it has no seats yet. Throws `invalid_argument` (400) for a plan with
 * a fault, `too_many_seat_maps` (409) for a seller who has so many.
 */
export const createSeatMap = defineCommand({
  id: "seat-maps.create-seat-map",
  summary: "Create a seat map, with its seats or to import them into.",
  isHeavy: () => true,
  allow: role("ADMIN", "SELLER"),
  input: CreateSeatMap,
  output: SeatMapListed,
  refuses: [seatMapErrors.too_many_seat_maps],
  audit: ({ name, venue }, made) => ({ target: made?.id, meta: { name, venue, seatCount: made?.seatCount } }),
  async run(tx, { plan: given, ...about }) {
    const { userId, role } = tx.actor;
    const plan = requireSound(given);
    if (role !== "ADMIN" && (await countSeatMapsOf(tx, userId)) >= SEAT_MAPS_PER_SELLER_MAX)
      throw seatMapErrors.too_many_seat_maps({ limit: SEAT_MAPS_PER_SELLER_MAX });
    const row = { id: newId("seat_map"), ownerId: userId, plan, seatCount: countSeats(plan), ...about };
    return insertSeatMap(tx, row);
  },
});
