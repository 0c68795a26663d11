import type { UserId } from "../../auth/contract.ts";
import type { Tx } from "../../platform/operation/context.ts";
import { deleteLinksOf } from "../store.ts";

/** Deletes the links that were mailed to a person, in the transaction that erases the account. */
export async function forgetLinksOf(tx: Tx, userId: UserId): Promise<void> {
  await deleteLinksOf(tx, userId);
}
