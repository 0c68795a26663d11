import type { Tx } from "../../platform/operation/context.ts";
import type { Id } from "../../platform/values/ids.ts";
import { findFree } from "../store.ts";

/**
 * Reads which seats of an event session that was made from a map are free, in the caller's transaction, which has locked
 * the stock of the event session: until it ends no other transaction takes or frees one.
 * @returns whether the seat of a place is free
 */
export async function findFreePlaces(
  tx: Tx,
  eventSessionId: Id<"event_session">,
): Promise<(place: number) => boolean> {
  const free = await findFree(tx, eventSessionId);
  return (place) => free[place] === "1";
}
