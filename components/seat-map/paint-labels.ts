import { DRAWING_UNITS } from "#server/seat-maps/values.ts";
import { type Box, sectionIndexOf } from "./hall.ts";
import type { Easel, Scene } from "./scene.ts";
import { forSeatsIn } from "./seat-index.ts";
import { SEAT_LOOKS } from "./sprites.ts";
import { inkOn } from "./theme.ts";
import { NUMBERS_FROM, ROW_LABELS_FROM, seatPixels, type View } from "./view.ts";

const NAME_PIXELS = 14;
const NOTE_PIXELS = 12;
const LINE = 1.3;
const STAGE_PIXELS = 12;

interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const overlap = (one: Rectangle, other: Rectangle): boolean =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;

/** Names of the sections and what is said of each, the largest sections first; what would lie on another one is left out. */
export function paintSectionLabels(easel: Easel, { hall, zones, notes }: Scene, { x, y, k }: View): void {
  const { pen } = easel;
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  const placed: Rectangle[] = [];
  const order = [...hall.sections.keys()].sort(
    (one, other) => (hall.sections[other]?.seats ?? 0) - (hall.sections[one]?.seats ?? 0),
  );
  for (const section of order) {
    const [name, note, label] = [
      hall.sections[section]?.name ?? "",
      notes[section] ?? "",
      zones[section]?.label,
    ];
    if (!label) continue;
    const at = { x: x + k * label.x, y: y + k * label.y };
    const lines = [[name, `700 ${NAME_PIXELS}px`] as const, [note, `500 ${NOTE_PIXELS}px`] as const];
    for (const shown of note ? [lines, lines.slice(0, 1)] : [lines.slice(0, 1)]) {
      const room = roomOf(easel, shown, at);
      if (placed.some((other) => overlap(room, other))) continue;
      placed.push(room);
      write(easel, shown, at);
      break;
    }
  }
}

type Line = readonly [text: string, font: string];

function roomOf(
  { pen, theme }: Easel,
  lines: readonly Line[],
  at: { readonly x: number; readonly y: number },
) {
  const width = Math.max(
    ...lines.map(([text, font]) => {
      pen.font = `${font} ${theme.font}`;
      return pen.measureText(text).width;
    }),
  );
  const height = lines.length * NAME_PIXELS * LINE;
  return { x: at.x - width / 2 - 4, y: at.y - height / 2, width: width + 8, height };
}

/** Letters with an edge in the colour of the page: they are read on any section's colour. */
function write(
  { pen, theme }: Easel,
  lines: readonly Line[],
  at: { readonly x: number; readonly y: number },
): void {
  pen.lineJoin = "round";
  pen.lineWidth = 4;
  for (const [index, [text, font]] of lines.entries()) {
    const y = at.y + (index - (lines.length - 1) / 2) * NAME_PIXELS * LINE;
    pen.font = `${font} ${theme.font}`;
    pen.strokeStyle = theme.surface;
    pen.fillStyle = theme.ink;
    pen.strokeText(text, at.x, y);
    pen.fillText(text, at.x, y);
  }
}

export function paintStage({ pen, theme }: Easel, room: Rectangle, text: string): void {
  pen.fillStyle = theme.sunken;
  pen.strokeStyle = theme.lineStrong;
  pen.lineWidth = 1;
  pen.beginPath();
  pen.roundRect(room.x, room.y, room.width, room.height, Math.min(6, room.height / 3));
  pen.fill();
  pen.stroke();
  pen.font = `600 ${STAGE_PIXELS}px ${theme.font}`;
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  pen.fillStyle = theme.muted;
  // From afar the stage is too thin for its name, which stands above it then.
  const y = room.height > STAGE_PIXELS ? room.y + room.height / 2 : room.y - STAGE_PIXELS;
  pen.fillText(text, room.x + room.width / 2, y);
}

/** The label of each row stands at both of its ends. */
export function paintRowLabels({ pen, theme }: Easel, { hall, zones }: Scene, view: View, area: Box): void {
  if (seatPixels(view) < ROW_LABELS_FROM) return;
  const { x, y, k } = view;
  pen.font = `500 ${Math.min(13, seatPixels(view) * 0.6)}px ${theme.font}`;
  pen.textBaseline = "middle";
  pen.fillStyle = theme.muted;
  const beside = DRAWING_UNITS * 0.75;
  const isVisible = (seat: number) => {
    const [seatX, seatY] = [hall.x[seat] ?? 0, hall.y[seat] ?? 0];
    return seatX > area.left && seatX < area.right && seatY > area.top && seatY < area.bottom;
  };
  for (const { rows } of zones)
    for (const { label, left, right } of rows) {
      if (isVisible(left)) {
        pen.textAlign = "right";
        pen.fillText(label, x + k * ((hall.x[left] ?? 0) - beside), y + k * (hall.y[left] ?? 0));
      }
      if (isVisible(right)) {
        pen.textAlign = "left";
        pen.fillText(label, x + k * ((hall.x[right] ?? 0) + beside), y + k * (hall.y[right] ?? 0));
      }
    }
}

/** Numbers of free seats, where they fit; a chosen or a taken seat has its mark instead. */
export function paintNumbers(
  { pen, theme }: Easel,
  { hall, index, looks }: Scene,
  view: View,
  area: Box,
): void {
  const width = seatPixels(view);
  if (width < NUMBERS_FROM) return;
  const { x, y, k } = view;
  pen.font = `600 ${Math.round(width * 0.4)}px ${theme.font}`;
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  let section = -1;
  forSeatsIn(hall, index, area, (seat) => {
    if (looks[seat] !== SEAT_LOOKS.free) return;
    const next = sectionIndexOf(hall, seat);
    if (next !== section) {
      section = next;
      pen.fillStyle = inkOn(hall.sections[section]?.color ?? "#000000");
    }
    pen.fillText(
      hall.numbers[seat] ?? "",
      x + k * (hall.x[seat] ?? 0),
      y + k * (hall.y[seat] ?? 0),
      width * 0.72,
    );
  });
}
