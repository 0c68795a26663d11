import { requireManagedSession } from "../../catalog/queries.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { role } from "../../platform/operation/allow.ts";
import { writeAudit } from "../../platform/operation/audit.ts";
import { defineDirectCommand } from "../../platform/operation/command.ts";
import { newId } from "../../platform/values/ids.ts";
import { ImportedGuests, ImportGuests } from "../contract.ts";
import { readGuestFile } from "../policy.ts";
import { findGuests, insertGuests, lockList } from "../store.ts";
import { GUEST_MISTAKES_SHOWN_MAX } from "../values.ts";

const ACTION = "guests.import-guests";

/**
 * Puts the guests of a CSV file on the list, or tells the file's mistakes and adds no one. A file that is sent again has
 * every guest as a mistake. Throws `not_found` (404) for another's event.
 */
export const importGuests = defineDirectCommand({
  id: ACTION,
  summary: "Put the guests of a CSV file on the list of an event session, or tell the file's mistakes.",
  isHeavy: () => true,
  allow: role("ADMIN", "SELLER"),
  input: ImportGuests,
  output: ImportedGuests,
  run: (ctx, { eventSessionId, bytes }) =>
    inTransaction(ctx, async (tx) => {
      await requireManagedSession(tx, eventSessionId);
      const revision = await lockList(tx, eventSessionId);
      const listed = await findGuests(tx, eventSessionId);
      const known = listed.filter(({ isRevoked }) => !isRevoked);
      const { guests, mistakes } = readGuestFile(bytes, known, listed.length);
      if (mistakes.length > 0)
        return {
          ...{ count: 0, mistakeCount: mistakes.length },
          mistakes: mistakes.slice(0, GUEST_MISTAKES_SHOWN_MAX),
        };
      const by = { eventSessionId, revision, createdById: tx.actor.userId };
      await insertGuests(
        tx,
        guests.map((guest) => ({ ...guest, ...by, id: newId("guest") })),
      );
      const meta = { count: guests.length };
      writeAudit(tx, [{ action: ACTION, target: eventSessionId, outcome: "ok", meta }]);
      return { count: guests.length, mistakes: [], mistakeCount: 0 };
    }),
});
