import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { newIdPrefix } from "../platform/values/ids.ts";
import { packStates } from "../platform/values/packed-states.ts";
import { SEAT_STATUSES } from "../seats/values.ts";
import { SeatMapDrawing, type SeatMapPlan } from "./contract.ts";
import { drawingOf } from "./drawing.policy.ts";
import { placesOf } from "./layout.policy.ts";
import { completePlan } from "./plan.policy.ts";
import { DRAWING_UNITS } from "./values.ts";

const SEATS = 20_000;

/** A hall of 20 sections in curved rows that are turned to the stage, with aisles, odd and even numbers, and flags. */
function greatHall(hasPlaces: boolean): SeatMapPlan {
  const sections = Array.from({ length: 20 }, (_, index) => ({
    ...{ id: `s${index}`, name: `${index + 101}구역`, color: "#0072b2", price: 150_000 - index * 1000 },
  }));
  const rows = sections.flatMap(({ id }, block) =>
    Array.from({ length: 25 }, (_, row) => ({
      ...{ section: id, label: String(row + 1) },
      seats: Array.from({ length: 40 }, (_, seat) => {
        const angle = ((block % 5) * 40 + seat - 100) / 130;
        const radius = 60 + Math.floor(block / 5) * 35 + row * 1.15;
        const round = (value: number) => Math.round(value * 100) / 100;
        return {
          number: String(seat < 20 ? 2 * seat + 1 : 2 * (seat - 19)),
          ...(hasPlaces
            ? { x: round(radius * Math.sin(angle)), y: round(radius * (1 - Math.cos(angle))) + row }
            : {}),
          ...(seat % 13 === 0 ? { flags: ["restrictedView" as const] } : {}),
        };
      }),
    })),
  );
  return completePlan({ sections, rows });
}

describe("a drawing", () => {
  it.each([
    ["with coordinates", true],
    ["laid out by itself", false],
  ])("of 20,000 seats %s takes 150 kB at most when it is sent, and the states 6 kB", (_, hasPlaces) => {
    const drawing = drawingOf(greatHall(hasPlaces), newIdPrefix());
    expect(SeatMapDrawing.parse(drawing).numbers).toHaveLength(SEATS);
    expect(gzipSync(JSON.stringify(drawing)).length).toBeLessThanOrEqual(150_000);
    const random = (index: number) => Math.floor(Math.abs(Math.sin(index) * 1e6)) % SEAT_STATUSES.length;
    const packed = packStates(Array.from({ length: SEATS }, (_, index) => random(index)));
    expect(gzipSync(packed).length).toBeLessThanOrEqual(6000);
  });

  it("says where each seat is, of which row and section, and what is particular about it", () => {
    const plan = greatHall(true);
    const { x, y, rows, flags, sections, position } = drawingOf(plan);
    const summed = (values: readonly number[]) => {
      let sum = 0;
      return values.map((value) => {
        sum += value;
        return sum;
      });
    };
    const places = placesOf(plan).flat();
    expect(summed(x)).toEqual(places.map((place) => Math.round(place.x * DRAWING_UNITS)));
    expect(summed(y)).toEqual(places.map((place) => Math.round(place.y * DRAWING_UNITS)));
    expect(summed(position)).toEqual(plan.rows.flatMap(({ seats }) => seats.map((seat) => seat.position)));
    expect(rows[26]).toEqual({ section: 1, label: "2", seats: 40 });
    expect(sections[1]).toEqual({ name: "102구역", color: "#0072b2", price: 149_000 });
    expect(flags.slice(12, 15)).toEqual([0, 4, 0]);
  });
});
