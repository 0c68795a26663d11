import type { AppContext } from "../platform/operation/context.ts";
import type { Id } from "../platform/values/ids.ts";
import type { HeldSeat, SeatId, SeatView } from "./contract.ts";
import { seatStatusOf, withoutFree } from "./policy.ts";
import { packedStatesOf } from "./states.store.ts";
import { findDrawing, findMapSeats, findSeats, findSeatsOf } from "./store.ts";

/** A seat as clients see it. */
export const viewSeat = ({
  id,
  number,
  section,
  row,
  label,
  priceKrw,
}: Omit<HeldSeat, "price"> & { readonly priceKrw: number }): HeldSeat => ({
  ...{ id, number, section, row, label },
  price: priceKrw,
});

/** Seats as clients see them, by their ids; asks nothing where there are none. */
export async function seatsById(ctx: AppContext, ids: readonly SeatId[]): Promise<Map<SeatId, HeldSeat>> {
  const seats = ids.length > 0 ? await findSeats(ctx, ids) : [];
  return new Map(seats.map((seat) => [seat.id, viewSeat(seat)]));
}

/** Seats as clients see them, in the order in which they were chosen; none for counted stock. */
export async function chosenSeats(ctx: AppContext, ids: readonly SeatId[] | null): Promise<HeldSeat[]> {
  const seats = await seatsById(ctx, ids ?? []);
  return (ids ?? []).flatMap((id) => seats.get(id) ?? []);
}

/** The drawing of an event session's seats, as JSON; undefined where they are of no map. */
export const drawingOfSession = (ctx: AppContext, id: Id<"event_session">): Promise<string | undefined> =>
  findDrawing(ctx, id);

/**
 * The states of an event session's seats by their places, packed; for one that was made from a map.
 * @param withheld - whether the free ones are kept off sale: they read held
 */
export async function statesOfSession(
  id: Id<"event_session">,
  { withheld = false }: { readonly withheld?: boolean } = {},
): Promise<Buffer> {
  const states = await packedStatesOf(id);
  return withheld ? withoutFree(states) : states;
}

/** What never changes of the seats that an event session got of a map, in the order of their places. */
export async function mapSeatsOf(ctx: AppContext, id: Id<"event_session">) {
  const seats = await findMapSeats(ctx, id);
  return seats.map((seat) => {
    const { accessible, companion, restrictedView, house } = seat;
    const view = { ...viewSeat(seat), row: seat.row ?? "", position: seat.position ?? 0 };
    return { ...view, accessible, companion, restrictedView, house };
  });
}

/** All seats of an event session as clients see them; none where its stock is counted. */
export async function seatsOfSession(ctx: AppContext, id: Id<"event_session">): Promise<SeatView[]> {
  const seats = await findSeatsOf(ctx, id);
  return seats.map((seat) => ({ ...viewSeat(seat), status: seatStatusOf(seat) }));
}
