import type { SeatMapDrawing } from "#server/seat-maps/contract.ts";
import { DRAWING_UNITS, SEAT_FLAGS } from "#server/seat-maps/values.ts";

const FLAG_OF: Readonly<Record<string, (typeof SEAT_FLAGS)[number]>> = {
  a: "accessible",
  c: "companion",
  r: "restrictedView",
  h: "house",
};
const ROW_DISTANCE = 1.25;
const SECTION_DISTANCE = 3;

/**
 * A drawing for tests: sections one behind the other, each with its rows as they are seen from above. `o` is a seat, a space
 * an aisle, other letters seats with a flag. The seats of a row are numbered from the left, from 1.
 * @param sections - the rows of each section by its name
 */
export function sampleDrawing(sections: Readonly<Record<string, readonly string[]>>): SeatMapDrawing {
  const seats: { number: string; x: number; y: number; position: number; flags: number }[] = [];
  const rows: { section: number; label: string; seats: number }[] = [];
  let y = 0;
  for (const [section, lines] of Object.values(sections).entries()) {
    for (const [line, signs] of lines.entries()) {
      const columns = [...signs].flatMap((sign, column) => (sign === " " ? [] : [{ sign, column }]));
      rows.push({ section, label: String(line + 1), seats: columns.length });
      for (const [index, { sign, column }] of columns.entries()) {
        const flag = FLAG_OF[sign];
        const flags = flag ? 1 << SEAT_FLAGS.indexOf(flag) : 0;
        seats.push({ number: String(index + 1), x: column * DRAWING_UNITS, y, position: column, flags });
      }
      y += ROW_DISTANCE * DRAWING_UNITS;
    }
    y += SECTION_DISTANCE * DRAWING_UNITS;
  }
  return {
    sections: Object.keys(sections).map((name, index) => ({
      ...{ name, color: "#1f77b4", price: 100_000 - 20_000 * index },
    })),
    rows,
    numbers: seats.map(({ number }) => number),
    x: differences(seats.map(({ x }) => x)),
    y: differences(seats.map(({ y }) => y)),
    position: differences(seats.map(({ position }) => position)),
    flags: seats.map(({ flags }) => flags),
    idPrefix: "01k8v3q4f6e9hb2m5n7p8r",
  };
}

const differences = (values: readonly number[]): number[] =>
  values.map((value, index) => value - (values[index - 1] ?? 0));
