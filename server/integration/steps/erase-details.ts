import type { Tx } from "../../platform/operation/context.ts";
import type { Id } from "../../platform/values/ids.ts";
import { eraseDetailsOf } from "../accounts.store.ts";

/** Disconnects a person's marketplace accounts and erases what was kept for them, in the caller's transaction. */
export async function eraseDetails(tx: Tx, userId: Id<"user">): Promise<void> {
  await eraseDetailsOf(tx, userId);
}
