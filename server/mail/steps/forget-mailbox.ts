import type { Tx } from "../../platform/operation/context.ts";
import { mailboxOf } from "../../platform/values/text.ts";
import { deleteBudget } from "../store.ts";

/** Forgets that a mailbox got mail, in the transaction that erases its owner. */
export async function forgetMailbox(tx: Tx, email: string): Promise<void> {
  await deleteBudget(tx, mailboxOf(email));
}
