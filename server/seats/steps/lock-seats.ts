import type { Tx } from "../../platform/operation/context.ts";
import type { Id } from "../../platform/values/ids.ts";
import type { SeatId } from "../contract.ts";
import { lockFreeSeats } from "../store.ts";

/** Those of the seats that the event session has, in the caller's transaction; see {@link lockFreeSeats}. */
export async function lockSeats(tx: Tx, eventSessionId: Id<"event_session">, ids: readonly SeatId[]) {
  const seats = ids.length > 0 ? await lockFreeSeats(tx, eventSessionId, ids) : [];
  return new Map(seats.map((seat) => [seat.id, seat]));
}
