import type { Tx, UserActor } from "../../platform/operation/context.ts";
import { findOpenEntriesOf, LIST, moveEntries } from "../store.ts";
import { endEntries } from "./advance-waitlist.ts";

/** Takes a person off every waiting list and gives back what is offered to them, in the transaction that erases the account. */
export async function endWaitsOfPerson(tx: Tx, userId: UserActor["userId"]): Promise<void> {
  const open = await findOpenEntriesOf(tx, userId);
  if (open.length === 0) return;
  const reason = "account_erased";
  const ids = open.map(({ id }) => id);
  await endEntries(
    tx,
    await moveEntries(tx, ids, "ENDED", { reason, as: LIST, set: { endReason: reason } }),
    reason,
  );
}
