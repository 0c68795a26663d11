import { DRAWING_UNITS, SEAT_FLAGS } from "#server/seat-maps/values.ts";
import { type Box, boxOfSeats, type Hall } from "../../seat-map/hall.ts";
import type { Scene } from "../../seat-map/scene.ts";
import { indexSeats } from "../../seat-map/seat-index.ts";
import { SEAT_LOOKS } from "../../seat-map/sprites.ts";
import { zonesOf } from "../../seat-map/zones.ts";
import { boundsOf, type Draft, type Keys, type Place, type Seat } from "./editing/draft.ts";

/** A draft as it is drawn. */
export interface DraftPicture extends Pick<Scene, "hall" | "index" | "zones"> {
  /** The key of each seat, by its index in the hall. */
  readonly keys: readonly number[];
}

const NOTHING: Box = { left: 0, top: 0, right: 0, bottom: 0 };

/** Draws a draft by the width that a seat had when it was opened, so that no edit changes the scale. */
export function pictureOf({ sections, rows, seatWidth }: Draft): DraftPicture {
  const unit = DRAWING_UNITS / seatWidth;
  const seats = rows.flatMap((row) => row.seats);
  const rowOf = new Uint16Array(seats.length);
  const sectionIndex = new Map(sections.map(({ id }, index) => [id, index]));
  const seatsOf = new Map<string, Seat[]>(sections.map(({ id }) => [id, []]));
  let first = 0;
  const hallRows = rows.map((row, index) => {
    const placed = {
      section: sectionIndex.get(row.section) ?? 0,
      label: row.label,
      first,
      seats: row.seats.length,
    };
    seatsOf.get(row.section)?.push(...row.seats);
    rowOf.fill(index, first, first + row.seats.length);
    first += row.seats.length;
    return placed;
  });
  const hall: Hall = {
    ...{ count: seats.length, rows: hallRows, rowOf, numbers: seats.map(({ number }) => number) },
    x: Int32Array.from(seats, ({ x }) => Math.round(x * unit)),
    y: Int32Array.from(seats, ({ y }) => Math.round(y * unit)),
    position: Int32Array.from(seats, ({ position }) => position),
    idPrefix: null,
    flags: Uint8Array.from(seats, ({ flags = [] }) =>
      flags.reduce((sum, flag) => sum | (1 << SEAT_FLAGS.indexOf(flag)), 0),
    ),
    box: boxOf(seats, unit),
    sections: sections.map(({ id, name, color, price }) => {
      const own = seatsOf.get(id) ?? [];
      return { name, color, price, seats: own.length, box: boxOf(own, unit) };
    }),
  };
  return { hall, index: indexSeats(hall), zones: zonesOf(hall), keys: seats.map(({ key }) => key) };
}

function boxOf(places: readonly Place[], unit: number): Box {
  const bounds = boundsOf(places);
  if (!bounds) return NOTHING;
  const half = DRAWING_UNITS / 2;
  return {
    left: Math.round(bounds.left * unit) - half,
    top: Math.round(bounds.top * unit) - half,
    right: Math.round(bounds.right * unit) + half,
    bottom: Math.round(bounds.bottom * unit) + half,
  };
}

/** How each seat looks: chosen, kept by the house, or as all others. */
export function looksOf({ hall, keys }: DraftPicture, chosen: Keys): Uint8Array {
  const house = 1 << SEAT_FLAGS.indexOf("house");
  return Uint8Array.from(keys, (key, seat) => {
    if (chosen.has(key)) return SEAT_LOOKS.chosen;
    return (hall.flags[seat] ?? 0) & house ? SEAT_LOOKS.taken : SEAT_LOOKS.free;
  });
}

/** What the chosen seats cover, in drawing units. */
export const boxOfChosen = ({ hall, keys }: DraftPicture, chosen: Keys): Box =>
  boxOfSeats(
    hall,
    [...keys.keys()].filter((seat) => chosen.has(keys[seat] ?? -1)),
  );
