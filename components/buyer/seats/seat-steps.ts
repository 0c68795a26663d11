import type { BuyerSeat, SeatRow } from "./seat.ts";

/**
 * Which seat a key leads to: left and right along the row and on to the next one, up and down to the nearest seat of the
 * neighbouring row, Home and End to the ends of the row.
 * @param from - one of the seats of `rows`
 * @returns undefined for any other key
 */
export function seatAfter(rows: readonly SeatRow[], from: BuyerSeat, key: string): BuyerSeat | undefined {
  const at = rows.findIndex(({ seats }) => seats.includes(from));
  const row = rows[at]?.seats ?? [];
  const index = row.indexOf(from);
  const before = () => row[index - 1] ?? rows[at - 1]?.seats.at(-1) ?? from;
  const after = () => row[index + 1] ?? rows[at + 1]?.seats[0] ?? from;
  switch (key) {
    case "ArrowLeft":
      return before();
    case "ArrowRight":
      return after();
    case "ArrowUp":
      return rows.length === 1 ? before() : nearestOf(rows[at - 1], from);
    case "ArrowDown":
      return rows.length === 1 ? after() : nearestOf(rows[at + 1], from);
    case "Home":
      return row[0];
    case "End":
      return row.at(-1);
    default:
      return undefined;
  }
}

/** The seat of a row that is nearest to a position; the seat itself where there is no such row. */
const nearestOf = (row: SeatRow | undefined, from: BuyerSeat): BuyerSeat => {
  const far = (seat: BuyerSeat) => Math.abs(seat.position - from.position);
  return row?.seats.reduce((best, seat) => (far(seat) < far(best) ? seat : best)) ?? from;
};
