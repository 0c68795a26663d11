import { role } from "../../platform/operation/allow.ts";
import { defineCommand } from "../../platform/operation/command.ts";
import { platformErrors } from "../../platform/operation/errors.ts";
import { SeatMapListed, UpdateSeatMap } from "../contract.ts";
import { countSeats, requireOwner, requireSound, requireVersion } from "../policy.ts";
import { changeSeatMap, lockSeatMap } from "../store.ts";

/**
 * Changes a map's name or venue, or replaces all its seats. Event sessions that were made from it stay as they are. Throws
 * `not_found` (404) for a map that is not the caller's, `changed_meanwhile` (409) where it is not as the caller has read
 * it, `invalid_argument` (400) for a plan with a fault.
 */
export const updateSeatMap = defineCommand({
  id: "seat-maps.update-seat-map",
  summary: "Rename a seat map or replace its seats.",
  isHeavy: () => true,
  allow: role("ADMIN", "SELLER"),
  input: UpdateSeatMap,
  output: SeatMapListed,
  refuses: [platformErrors.changed_meanwhile],
  audit: ({ seatMapId, name, venue }, changed) => ({
    target: seatMapId,
    meta: { name, venue, seatCount: changed?.seatCount, version: changed?.version },
  }),
  async run(tx, { seatMapId, readVersion, plan: wanted, ...about }) {
    const plan = wanted && requireSound(wanted);
    requireVersion(requireOwner(tx.actor, await lockSeatMap(tx, seatMapId)), readVersion);
    const changes = { ...about, ...(plan && { plan, seatCount: countSeats(plan) }) };
    const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
    return changeSeatMap(tx, seatMapId, given);
  },
});
