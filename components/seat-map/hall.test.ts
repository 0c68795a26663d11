import { expect, it } from "vitest";
import { boxOfSeats, drawnBoxOf, flagsOf, hallOf, sectionIndexOf } from "./hall.ts";
import { sampleDrawing } from "./sample-drawing.ts";
import { zonesOf } from "./zones.ts";

const hall = hallOf(sampleDrawing({ R: ["oo oo", "ooooo"], S: ["arh"] }));

it("knows of each seat where it is, in which row and section, and what is particular about it", () => {
  expect(hall.count).toBe(12);
  expect([...hall.x.subarray(0, 4)]).toEqual([0, 20, 60, 80]);
  expect([...hall.y.subarray(3, 5)]).toEqual([0, 25]);
  expect([...hall.position.subarray(0, 4)]).toEqual([0, 1, 3, 4]);
  expect([...hall.rowOf]).toEqual([0, 0, 0, 0, 1, 1, 1, 1, 1, 2, 2, 2]);
  expect([3, 4, 9].map((seat) => sectionIndexOf(hall, seat))).toEqual([0, 0, 1]);
  expect([8, 9, 10, 11].map((seat) => flagsOf(hall, seat))).toEqual([
    [],
    ["accessible"],
    ["restrictedView"],
    ["house"],
  ]);
});

it("knows what the hall, a section and some seats cover, with the whole of the outer seats", () => {
  expect(hall.box).toEqual({ left: -10, top: -10, right: 90, bottom: 120 });
  expect(hall.sections.map(({ name, seats, box }) => [name, seats, box.top, box.bottom])).toEqual([
    ["R", 9, -10, 35],
    ["S", 3, 100, 120],
  ]);
  expect(boxOfSeats(hall, [1, 5])).toEqual({ left: 10, top: -10, right: 30, bottom: 35 });
  expect(drawnBoxOf(hall)).toMatchObject({ left: -10, top: -70 });
});

it("a hall without seats covers nothing", () => {
  expect(hallOf(sampleDrawing({})).box).toEqual({ left: 0, top: 0, right: 0, bottom: 0 });
});

it("draws a section as a line along each row, which an aisle interrupts, and names rows at their ends", () => {
  const [zone] = zonesOf(hall);
  expect(zone?.lines).toEqual([
    [0, 0, 20, 0],
    [60, 0, 80, 0],
    [0, 25, 80, 25],
  ]);
  expect(zone?.band).toBeCloseTo(25 * 1.15);
  expect(zone?.rows).toEqual([
    { label: "1", left: 0, right: 3 },
    { label: "2", left: 4, right: 8 },
  ]);
});

it("a bent row keeps the points that its line needs, in the order of positions", () => {
  const drawing = sampleDrawing({ R: ["ooooo"] });
  const bent = hallOf({
    ...drawing,
    // The seats are listed from the middle outwards: positions 2, 1, 3, 0, 4.
    x: [40, -20, 40, -60, 80],
    y: [0, 0, 0, 20, 0],
    position: [2, -1, 2, -3, 4],
  });
  expect(zonesOf(bent)[0]?.lines).toEqual([[0, 20, 20, 0, 60, 0, 80, 20]]);
  expect(zonesOf(bent)[0]?.label).toEqual({ x: 40, y: 0 });
});
