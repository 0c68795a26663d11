import { DRAWING_UNITS } from "#server/seat-maps/values.ts";
import { type Box, flagsOf, type Hall, STAGE, sectionIndexOf } from "./hall.ts";
import { paintNumbers, paintRowLabels, paintSectionLabels, paintStage } from "./paint-labels.ts";
import type { Easel, Scene } from "./scene.ts";
import { forSeatsIn } from "./seat-index.ts";
import { SEAT_LOOKS, shapeOf } from "./sprites.ts";
import { MARKS_FROM, SEATS_FROM, seatPixels, type View, visibleBox } from "./view.ts";
import type { Zone } from "./zones.ts";

/** A seat's picture in seat widths; the rest is the space between two. */
const SEAT_PART = 0.86;

/** Draws what of the scene is on the screen: sections from afar, seats from near, marks and numbers from nearer. */
export function paint(easel: Easel, scene: Scene, view: View): void {
  const { pen, size, ratio } = easel;
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  pen.clearRect(0, 0, size.width, size.height);
  const area = grown(visibleBox(view, size), 2 * DRAWING_UNITS);
  paintStage(easel, stageOf(scene.hall, view), scene.stage);
  const width = seatPixels(view);
  if (width < MARKS_FROM) paintZones(easel, scene, view, width < SEATS_FROM ? 0.5 : 0.16);
  if (width >= MARKS_FROM) paintSeats(easel, scene, view, area);
  else if (width >= SEATS_FROM) paintDots(easel, scene, view, area);
  paintChosen(easel, scene, view);
  if (width >= MARKS_FROM) {
    paintRowLabels(easel, scene, view, area);
    paintNumbers(easel, scene, view, area);
  } else paintSectionLabels(easel, scene, view);
}

const grown = ({ left, top, right, bottom }: Box, by: number): Box => ({
  ...{ left: left - by, top: top - by, right: right + by, bottom: bottom + by },
});

function stageOf({ box }: Hall, { x, y, k }: View) {
  const width = Math.max(6 * DRAWING_UNITS, (box.right - box.left) * 0.4);
  return {
    x: x + (k * (box.left + box.right - width)) / 2,
    y: y + k * (box.top - STAGE.before),
    width: k * width,
    height: k * STAGE.depth,
  };
}

const paths = new WeakMap<Zone, Path2D>();

function pathOf(zone: Zone): Path2D {
  const known = paths.get(zone);
  if (known) return known;
  const path = new Path2D();
  for (const line of zone.lines) {
    path.moveTo(line[0] ?? 0, line[1] ?? 0);
    for (let at = 2; at < line.length; at += 2) path.lineTo(line[at] ?? 0, line[at + 1] ?? 0);
  }
  paths.set(zone, path);
  return path;
}

function paintZones({ pen, ratio }: Easel, { hall, zones }: Scene, { x, y, k }: View, alpha: number): void {
  pen.setTransform(k * ratio, 0, 0, k * ratio, x * ratio, y * ratio);
  pen.lineCap = "round";
  pen.lineJoin = "round";
  pen.globalAlpha = alpha;
  for (const [section, zone] of zones.entries()) {
    pen.strokeStyle = hall.sections[section]?.color ?? "#000000";
    pen.lineWidth = zone.band;
    pen.stroke(pathOf(zone));
  }
  pen.globalAlpha = 1;
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
}

/** Squares: large ones are free, small ones are taken. */
function paintDots({ pen, theme }: Easel, { hall, index, looks }: Scene, view: View, area: Box): void {
  const { x, y, k } = view;
  const [large, small] = [seatPixels(view) * 0.72, seatPixels(view) * 0.34];
  const taken: number[] = [];
  let [row, section] = [-1, -1];
  forSeatsIn(hall, index, area, (seat) => {
    if (looks[seat] !== SEAT_LOOKS.free) {
      if (looks[seat] === SEAT_LOOKS.taken) taken.push(seat);
      return;
    }
    // To set the colour costs more than to ask whether it is another one.
    if (hall.rowOf[seat] !== row) {
      row = hall.rowOf[seat] ?? 0;
      const next = hall.rows[row]?.section ?? 0;
      if (next !== section) {
        section = next;
        pen.fillStyle = hall.sections[section]?.color ?? "#000000";
      }
    }
    pen.fillRect(
      x + k * (hall.x[seat] ?? 0) - large / 2,
      y + k * (hall.y[seat] ?? 0) - large / 2,
      large,
      large,
    );
  });
  pen.fillStyle = theme.lineStrong;
  for (const seat of taken)
    pen.fillRect(
      x + k * (hall.x[seat] ?? 0) - small / 2,
      y + k * (hall.y[seat] ?? 0) - small / 2,
      small,
      small,
    );
}

function paintSeats(easel: Easel, { hall, index, looks }: Scene, view: View, area: Box): void {
  const { pen, ratio, sprites } = easel;
  const { x, y, k } = view;
  const width = seatPixels(view) * SEAT_PART;
  forSeatsIn(hall, index, area, (seat) => {
    if (looks[seat] === SEAT_LOOKS.chosen) return;
    const look = looks[seat] === SEAT_LOOKS.free ? "free" : "taken";
    const color = hall.sections[sectionIndexOf(hall, seat)]?.color ?? "#000000";
    const shape = hall.flags[seat] ? shapeOf(flagsOf(hall, seat)) : "plain";
    const sprite = sprites(look, color, shape, width * ratio);
    pen.drawImage(
      sprite,
      x + k * (hall.x[seat] ?? 0) - width / 2,
      y + k * (hall.y[seat] ?? 0) - width / 2,
      width,
      width,
    );
  });
}

/** The least width of a chosen seat in CSS pixels: it is seen from afar too. */
const CHOSEN_MIN = 14;

/** More are what an organizer works on, who sees from afar how far they go: squares, which cost less than marks. */
const CHOSEN_MARKED_MAX = 200;

function paintChosen({ pen, ratio, sprites, size, theme }: Easel, { hall, looks }: Scene, view: View): void {
  const { x, y, k } = view;
  const chosen: number[] = [];
  for (const [seat, look] of looks.entries()) if (look === SEAT_LOOKS.chosen) chosen.push(seat);
  const areSquares = chosen.length > CHOSEN_MARKED_MAX && seatPixels(view) < MARKS_FROM;
  const width = areSquares
    ? Math.max(2, seatPixels(view) * SEAT_PART)
    : Math.max(CHOSEN_MIN, seatPixels(view) * SEAT_PART);
  pen.fillStyle = theme.primary;
  for (const seat of chosen) {
    const [left, top] = [x + k * (hall.x[seat] ?? 0) - width / 2, y + k * (hall.y[seat] ?? 0) - width / 2];
    if (left < -width || top < -width || left > size.width || top > size.height) continue;
    if (areSquares) pen.fillRect(left, top, width, width);
    else pen.drawImage(sprites("chosen", "", "plain", width * ratio), left, top, width, width);
  }
}
