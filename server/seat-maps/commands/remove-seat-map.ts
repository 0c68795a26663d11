import { role } from "../../platform/operation/allow.ts";
import { defineCommand } from "../../platform/operation/command.ts";
import { platformErrors } from "../../platform/operation/errors.ts";
import { NoOutput } from "../../platform/values/text.ts";
import { RemoveSeatMap } from "../contract.ts";
import { requireOwner, requireVersion } from "../policy.ts";
import { deleteSeatMap, lockSeatMap } from "../store.ts";

/**
 * Removes a map; one that is gone already is no mistake. Event sessions that were made from it stay as they are. Throws
 * `not_found` (404) for a map of someone else, `changed_meanwhile` (409) where it is not as the caller has read it.
 */
export const removeSeatMap = defineCommand({
  id: "seat-maps.remove-seat-map",
  summary: "Remove a seat map; event sessions that were made from it stay.",
  allow: role("ADMIN", "SELLER"),
  input: RemoveSeatMap,
  output: NoOutput,
  refuses: [platformErrors.changed_meanwhile],
  audit: ({ seatMapId, readVersion }) => ({ target: seatMapId, meta: { version: readVersion } }),
  async run(tx, { seatMapId, readVersion }) {
    const found = await lockSeatMap(tx, seatMapId);
    if (!found) return {};
    requireVersion(requireOwner(tx.actor, found), readVersion);
    await deleteSeatMap(tx, seatMapId);
    return {};
  },
});
