import fc from "fast-check";
import { expect, it } from "vitest";
import { hallOf } from "./hall.ts";
import { sampleDrawing } from "./sample-drawing.ts";
import { forSeatsIn, indexSeats, nearestSeat } from "./seat-index.ts";

const signs = fc.string({ minLength: 1, maxLength: 30, unit: fc.constantFrom("o", "o", " ") });
const halls = fc
  .array(signs, { minLength: 1, maxLength: 20 })
  .map((rows) => hallOf(sampleDrawing({ R: rows, S: rows })));
const points = fc.record({ x: fc.integer({ min: -300, max: 900 }), y: fc.integer({ min: -300, max: 1300 }) });

it("finds the nearest seat as a search through all seats does", () => {
  fc.assert(
    fc.property(halls, points, fc.integer({ min: 1, max: 400 }), (hall, { x, y }, radius) => {
      const distanceOf = (seat: number) => Math.hypot((hall.x[seat] ?? 0) - x, (hall.y[seat] ?? 0) - y);
      const distances = Array.from({ length: hall.count }, (_, seat) => distanceOf(seat));
      const found = nearestSeat(hall, indexSeats(hall), { x, y }, radius);
      const least = Math.min(...distances);
      if (least > radius) expect(found).toBeUndefined();
      else expect(distanceOf(found ?? -1)).toBe(least);
    }),
  );
});

it("visits each seat of a rectangle once", () => {
  fc.assert(
    fc.property(halls, points, points, (hall, one, other) => {
      const area = {
        ...{ left: Math.min(one.x, other.x), right: Math.max(one.x, other.x) },
        ...{ top: Math.min(one.y, other.y), bottom: Math.max(one.y, other.y) },
      };
      const visited: number[] = [];
      forSeatsIn(hall, indexSeats(hall), area, (seat) => visited.push(seat));
      expect(new Set(visited).size).toBe(visited.length);
      const inside = Array.from({ length: hall.count }, (_, seat) => seat).filter(
        (seat) =>
          (hall.x[seat] ?? 0) >= area.left &&
          (hall.x[seat] ?? 0) <= area.right &&
          (hall.y[seat] ?? 0) >= area.top &&
          (hall.y[seat] ?? 0) <= area.bottom,
      );
      expect(visited).toEqual(expect.arrayContaining(inside));
    }),
  );
});

it("takes few cells for sections that are far apart", () => {
  const drawing = sampleDrawing({ R: ["oo"] });
  const hall = hallOf({ ...drawing, x: [0, 2_000_000], y: [0, 2_000_000] });
  const index = indexSeats(hall);
  expect(index.columns * index.lines).toBeLessThan(20);
  expect(nearestSeat(hall, index, { x: 1_999_990, y: 2_000_000 }, 50)).toBe(1);
});
