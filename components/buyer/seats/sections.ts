import type { SeatId, SeatView } from "#server/seats/contract.ts";
import type { BuyerSeat, Section } from "./seat.ts";

/** Seat 2 comes before seat 10. */
const inOrder = new Intl.Collator("ko", { numeric: true });

/** The seats of an event session that has no drawing. */
export const listedSeats = (seats: readonly SeatView[], own: readonly SeatId[] = []): BuyerSeat[] =>
  seats.map((seat, place) => ({
    ...{ ...seat, flags: [], place, position: place },
    status: own.includes(seat.id) ? "AVAILABLE" : seat.status,
  }));

/**
 * The sections of an event session, the dearest first, with their seats by number, without those that the house keeps.
 */
export function sectionsOf(seats: readonly BuyerSeat[]): Section[] {
  const bySection = Map.groupBy(
    seats.filter(({ status }) => status !== "BLOCKED"),
    ({ section }) => section,
  );
  return [...bySection]
    .map(([name, all]) => {
      const prices = all.map(({ price }) => price);
      const sorted = all.sort((one, other) => inOrder.compare(one.number, other.number));
      return {
        name,
        rows: [{ key: name, label: null, seats: sorted }],
        free: all.filter(({ status }) => status === "AVAILABLE").length,
        prices: [Math.min(...prices), Math.max(...prices)] as const,
      };
    })
    .sort((one, other) => other.prices[1] - one.prices[1]);
}
