import { DRAWING_UNITS } from "#server/seat-maps/values.ts";
import type { Box, Hall } from "./hall.ts";

/** The width of a cell, in seats. */
const SEATS_WIDE = 4;

/** A hall cut into square cells, each of which knows its seats: what is near a point is found without asking every seat. */
export interface SeatIndex {
  readonly cell: number;
  readonly columns: number;
  readonly lines: number;
  /** Where the seats of each cell begin in `seats`, and behind the last cell its end. */
  readonly starts: Uint32Array;
  readonly seats: Uint32Array;
}

export function indexSeats({ count, x, y, box }: Hall): SeatIndex {
  const [width, height] = [box.right - box.left, box.bottom - box.top];
  // Sections that are far apart would make many empty cells.
  const cell = Math.max(SEATS_WIDE * DRAWING_UNITS, Math.sqrt((width * height) / (count + 1)));
  const columns = Math.floor(width / cell) + 1;
  const lines = Math.floor(height / cell) + 1;
  const cellOf = (seat: number) =>
    Math.floor(((y[seat] ?? 0) - box.top) / cell) * columns + Math.floor(((x[seat] ?? 0) - box.left) / cell);
  const starts = new Uint32Array(columns * lines + 1);
  for (let seat = 0; seat < count; seat += 1) add(starts, cellOf(seat) + 1);
  for (let at = 1; at < starts.length; at += 1) starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0);
  const next = starts.slice();
  const seats = new Uint32Array(count);
  for (let seat = 0; seat < count; seat += 1) {
    const at = cellOf(seat);
    seats[next[at] ?? 0] = seat;
    add(next, at);
  }
  return { cell, columns, lines, starts, seats };
}

function add(counts: Uint32Array, at: number): void {
  counts[at] = (counts[at] ?? 0) + 1;
}

/** Visits every seat whose middle is in the rectangle, and some that are just outside of it. */
export function forSeatsIn(
  { box }: Hall,
  { cell, columns, lines, starts, seats }: SeatIndex,
  area: Box,
  visit: (seat: number) => void,
): void {
  const clamp = (value: number, most: number) => Math.max(0, Math.min(most, Math.floor(value)));
  if (area.right < box.left || area.left > box.right || area.bottom < box.top || area.top > box.bottom)
    return;
  const [left, right] = [area.left, area.right].map((x) => clamp((x - box.left) / cell, columns - 1));
  const [top, bottom] = [area.top, area.bottom].map((y) => clamp((y - box.top) / cell, lines - 1));
  for (let line = top ?? 0; line <= (bottom ?? 0); line += 1) {
    const start = starts[line * columns + (left ?? 0)] ?? 0;
    const end = starts[line * columns + (right ?? 0) + 1] ?? 0;
    for (let at = start; at < end; at += 1) visit(seats[at] ?? 0);
  }
}

/**
 * The seat that is nearest to a point.
 * @param radius - how far it may be, in drawing units
 */
export function nearestSeat(
  hall: Hall,
  index: SeatIndex,
  point: { readonly x: number; readonly y: number },
  radius: number,
): number | undefined {
  let nearest: number | undefined;
  let least = radius;
  const { x, y } = point;
  const area = { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius };
  forSeatsIn(hall, index, area, (seat) => {
    const distance = Math.hypot((hall.x[seat] ?? 0) - x, (hall.y[seat] ?? 0) - y);
    if (distance < least || (distance === least && nearest === undefined))
      [nearest, least] = [seat, distance];
  });
  return nearest;
}
