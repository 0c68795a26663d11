import type { Tx } from "../../platform/operation/context.ts";
import type { DestinationName } from "../contract.ts";
import { moveResolvedMatching, unblockNext } from "../store.ts";
import { resolveDeadAlerts } from "./resolve-dead-alerts.ts";

/** Closes the dead transmissions that match with a note, in the caller's transaction: they do not go out any more. */
export async function closeDead(
  tx: Tx,
  filter: { readonly destination: DestinationName; readonly search: string },
  note: string,
): Promise<void> {
  const closed = await moveResolvedMatching(tx, filter, note);
  await unblockNext(
    tx,
    closed.map(({ id }) => id),
  );
  await resolveDeadAlerts(tx, [filter.destination]);
}
