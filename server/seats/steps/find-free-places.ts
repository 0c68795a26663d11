import type { Tx } from "../../platform/operation/context.ts";
import type { Id } from "../../platform/values/ids.ts";
import { findFreePlaces as find } from "../store.ts";

/**
 * The places of the free seats of an event session that was made from a map, in the caller's transaction, which has locked
 * the stock of the event session: until it ends no other transaction takes or frees one.
 */
export async function findFreePlaces(
  tx: Tx,
  eventSessionId: Id<"event_session">,
): Promise<ReadonlySet<number>> {
  return new Set(await find(tx, eventSessionId));
}
