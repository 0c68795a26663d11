import type { z } from "zod";
import type { Tx } from "../../platform/operation/context.ts";
import { type Id, newId } from "../../platform/values/ids.ts";
import type { NewSeat, SeatId } from "../contract.ts";
import { insertDrawing, insertSeats, type NewSeatRow } from "../store.ts";

type Known = "row" | "label" | "position" | "place" | "accessible" | "companion" | "restrictedView" | "house";

/** A seat to create: what a client says of it, and what a seat map knows of it. */
export type SeatToCreate = z.output<typeof NewSeat> &
  Partial<Pick<NewSeatRow, Known>> & {
    /** Left out where no drawing tells it. */
    readonly id?: SeatId;
  };

/**
 * The seats of a new event session, in the caller's transaction; a house seat is kept off sale.
 * @param drawing - of them, as JSON, where they are of a map
 */
export async function createSeats(
  tx: Tx,
  eventSessionId: Id<"event_session">,
  seats: readonly SeatToCreate[],
  drawing?: string,
): Promise<void> {
  await insertSeats(
    tx,
    seats.map(({ id = newId("seat"), number, section, price: priceKrw, ...known }) => ({
      ...{ id, eventSessionId, number, section, priceKrw, place: known.place ?? null },
      ...{ row: known.row ?? null, label: known.label ?? null, position: known.position ?? null },
      ...{ accessible: known.accessible ?? false, companion: known.companion ?? false },
      ...{ restrictedView: known.restrictedView ?? false, house: known.house ?? false },
    })),
  );
  if (drawing !== undefined) await insertDrawing(tx, { eventSessionId, drawing });
}
