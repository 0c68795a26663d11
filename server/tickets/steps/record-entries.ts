import type { Tx } from "../../platform/operation/context.ts";
import { saveEntry, type TicketRow } from "../store.ts";

/** When and where the holder of a ticket came in first, and since when they are out. */
export type Entry = Pick<TicketRow, "usedAt" | "usedWhere" | "leftAt">;

/** Marks tickets used as their scans tell, in the caller's transaction, which has locked them. Void ones stay void. */
export async function recordEntries(tx: Tx, entries: ReadonlyMap<TicketRow["id"], Entry>): Promise<void> {
  for (const [id, entry] of entries) await saveEntry(tx, id, entry);
}
