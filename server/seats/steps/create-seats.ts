import type { z } from "zod";
import type { Tx } from "../../platform/operation/context.ts";
import { type Id, newId } from "../../platform/values/ids.ts";
import type { NewSeat } from "../contract.ts";
import { insertSeats, type NewSeatRow } from "../store.ts";

/** A seat to create: what a client says of it, and what a seat map knows of it. */
export type SeatToCreate = z.output<typeof NewSeat> &
  Partial<
    Pick<NewSeatRow, "row" | "label" | "position" | "accessible" | "companion" | "restrictedView" | "house">
  >;

/** The seats of a new event session, in the caller's transaction; a house seat is kept off sale. */
export const createSeats = (
  tx: Tx,
  eventSessionId: Id<"event_session">,
  seats: readonly SeatToCreate[],
): Promise<void> =>
  insertSeats(
    tx,
    seats.map(({ number, section, price: priceKrw, ...known }) => ({
      ...{ id: newId("seat"), eventSessionId, number, section, priceKrw },
      ...{ row: known.row ?? null, label: known.label ?? null, position: known.position ?? null },
      ...{ accessible: known.accessible ?? false, companion: known.companion ?? false },
      ...{ restrictedView: known.restrictedView ?? false, house: known.house ?? false },
    })),
  );
