import { inTransaction } from "../../platform/database/transaction.ts";
import type { AppContext } from "../../platform/operation/context.ts";
import { advanceWaitlist } from "../steps/advance-waitlist.ts";
import { findDueSessions } from "../store.ts";

/**
 * Does what is due on every list, each event session in its own transaction: what a process that died left undone is due
 * again.
 * @returns how many event sessions were looked at
 */
export async function advanceDue(ctx: AppContext): Promise<number> {
  const ids = await findDueSessions(ctx);
  for (const id of ids) await inTransaction(ctx, (tx) => advanceWaitlist(tx, id));
  return ids.length;
}
