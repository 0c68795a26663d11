import { DRAWING_UNITS } from "#server/seat-maps/values.ts";
import { type Box, type Hall, sectionIndexOf } from "./hall.ts";
import { nearestSeat, type SeatIndex } from "./seat-index.ts";

/** How a hall lies on the screen: a point is at `x + k * point.x`, in CSS pixels. */
export interface View {
  readonly x: number;
  readonly y: number;
  readonly k: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** How wide a seat is on the screen, in CSS pixels: what is drawn follows from it. */
export const seatPixels = ({ k }: View): number => k * DRAWING_UNITS;

/** From this width of a seat on, single seats are drawn; below it sections alone. */
export const SEATS_FROM = 5;
/** From this width on, each seat has its mark. */
export const MARKS_FROM = 12;
/** From this width on, each row has its label. */
export const ROW_LABELS_FROM = 17;
/** From this width on, each seat has its number. */
export const NUMBERS_FROM = 23;
/** The largest: a finger covers one seat. */
const SEAT_MAX = 48;
/** Where a press on a section, or between small seats, leads to. */
const SEAT_COMFORTABLE = 30;
/** Around a hall, in CSS pixels. */
const MARGIN = 24;

export const K_MAX = SEAT_MAX / DRAWING_UNITS;
const K_COMFORTABLE = SEAT_COMFORTABLE / DRAWING_UNITS;

/** The view that shows the whole rectangle in the middle, not larger than `kMax`. */
export function viewOf(box: Box, { width, height }: Size, kMax = K_MAX): View {
  const [across, down] = [Math.max(1, box.right - box.left), Math.max(1, box.bottom - box.top)];
  const [roomX, roomY] = [Math.max(1, width - 2 * MARGIN), Math.max(1, height - 2 * MARGIN)];
  const k = Math.min(kMax, roomX / across, roomY / down);
  return {
    x: width / 2 - (k * (box.left + box.right)) / 2,
    y: height / 2 - (k * (box.top + box.bottom)) / 2,
    k,
  };
}

/** The view of these seats, near enough to press them. */
export const viewOfSeats = (box: Box, size: Size): View => viewOf(box, size, K_COMFORTABLE);

/** How much smaller than comfortable seats may be where a whole section fits then. */
const CRAMPED = 0.75;

/**
 * The view of a section from which its seats can be pressed.
 * @param point - what is shown of it where the whole is too large
 */
function viewOfSection(box: Box, size: Size, point: Point): View {
  const whole = viewOf(box, size);
  return whole.k >= K_COMFORTABLE * CRAMPED ? whole : viewAt(point, size);
}

/** A point of the hall in the middle of the screen, and seats large enough to press. */
const viewAt = ({ x, y }: Point, { width, height }: Size): View => ({
  x: width / 2 - K_COMFORTABLE * x,
  y: height / 2 - K_COMFORTABLE * y,
  k: K_COMFORTABLE,
});

/** What of the hall is on the screen. */
export const visibleBox = ({ x, y, k }: View, { width, height }: Size): Box => ({
  left: -x / k,
  top: -y / k,
  right: (width - x) / k,
  bottom: (height - y) / k,
});

/** The reach of a press in CSS pixels: half of the 44 that a finger needs; a mouse points more exactly. */
const REACH = { finger: 22, mouse: 12 } as const;
/** How wide seats must be, in CSS pixels, to be told apart. */
const APART = { finger: 18, mouse: 9 } as const;
/** How far from a section a press still means it, in drawing units. */
const SECTION_REACH = 4 * DRAWING_UNITS;

/** What a press means: a seat, or a closer view of what was pressed. */
export type Press =
  | { readonly kind: "seat"; readonly seat: number }
  | { readonly kind: "section"; readonly seat: number }
  | { readonly kind: "closer"; readonly point: Point };

/**
 * @param at - where on the screen, in CSS pixels
 * @param by - what pressed; where it could not tell seats apart the press asks for a closer view
 * @returns undefined for a press beside all seats
 */
export function pressOf(
  hall: Hall,
  index: SeatIndex,
  view: View,
  at: Point,
  by: keyof typeof REACH,
): Press | undefined {
  const point = { x: (at.x - view.x) / view.k, y: (at.y - view.y) / view.k };
  if (seatPixels(view) < SEATS_FROM) {
    const seat = nearestSeat(hall, index, point, SECTION_REACH);
    return seat === undefined ? undefined : { kind: "section", seat };
  }
  const isApart = seatPixels(view) >= APART[by];
  const seat = nearestSeat(hall, index, point, isApart ? REACH[by] / view.k : SECTION_REACH);
  if (seat === undefined) return undefined;
  return isApart ? { kind: "seat", seat } : { kind: "closer", point };
}

/** The view that a press which is not on a seat leads to. */
export function viewAfter(hall: Hall, press: Exclude<Press, { kind: "seat" }>, size: Size): View {
  if (press.kind === "closer") return viewAt(press.point, size);
  const point = { x: hall.x[press.seat] ?? 0, y: hall.y[press.seat] ?? 0 };
  return viewOfSection(hall.sections[sectionIndexOf(hall, press.seat)]?.box ?? hall.box, size, point);
}
