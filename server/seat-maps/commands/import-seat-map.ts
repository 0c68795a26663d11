import { inTransaction } from "../../platform/database/transaction.ts";
import { role } from "../../platform/operation/allow.ts";
import { writeAudit } from "../../platform/operation/audit.ts";
import { defineDirectCommand } from "../../platform/operation/command.ts";
import { platformErrors } from "../../platform/operation/errors.ts";
import { ImportedSeatMap, ImportSeatMap } from "../contract.ts";
import { readSeatMapCsv } from "../csv.policy.ts";
import { countSeats, requireOwner, requireVersion } from "../policy.ts";
import { changeSeatMap, findSeatMap, lockSeatMap } from "../store.ts";
import { MISTAKES_SHOWN_MAX } from "../values.ts";

/**
 * Replaces the seats of a map by those of a CSV file, or tells the file's mistakes and changes nothing. The file is read
 * before the transaction begins, since a large one takes longer than anyone should hold a row. Throws `not_found` (404)
 * for a map that is not the caller's, `changed_meanwhile` (409) where it is not as the caller has read it.
 */
export const importSeatMap = defineDirectCommand({
  id: "seat-maps.import-seat-map",
  summary: "Replace the seats of a seat map by those of a CSV file, or tell the file's mistakes.",
  isHeavy: () => true,
  allow: role("ADMIN", "SELLER"),
  input: ImportSeatMap,
  output: ImportedSeatMap,
  refuses: [platformErrors.changed_meanwhile],
  async run(ctx, { seatMapId, readVersion, bytes }) {
    const before = requireOwner(ctx.actor, await findSeatMap(ctx, seatMapId));
    requireVersion(before, readVersion);
    const read = readSeatMapCsv(bytes, before.plan.sections);
    if ("mistakes" in read) {
      const mistakes = read.mistakes.slice(0, MISTAKES_SHOWN_MAX);
      return { seatMap: null, mistakes, mistakeCount: read.mistakes.length };
    }
    const { plan } = read;
    const seatMap = await inTransaction(ctx, async (tx) => {
      requireVersion(requireOwner(tx.actor, await lockSeatMap(tx, seatMapId)), readVersion);
      const changed = await changeSeatMap(tx, seatMapId, { plan, seatCount: countSeats(plan) });
      const meta = { seatCount: changed.seatCount, version: changed.version };
      writeAudit(tx, [{ action: "seat-maps.import-seat-map", target: seatMapId, outcome: "ok", meta }]);
      return changed;
    });
    return { seatMap, mistakes: [], mistakeCount: 0 };
  },
});
