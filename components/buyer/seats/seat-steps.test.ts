import { expect, it } from "vitest";
import { hallOf } from "../../seat-map/hall.ts";
import { sampleDrawing } from "../../seat-map/sample-drawing.ts";
import { rowsOfSection } from "./hall-seats.ts";
import { seatAfter } from "./seat-steps.ts";

const hall = hallOf(sampleDrawing({ R: ["oo oo", "ooooo", "  o"] }));
const rows = rowsOfSection(hall, new Uint8Array(hall.count), 0);
const seats = rows.flatMap((row) => row.seats);

it.each([
  ["ArrowRight", 0, 1],
  ["ArrowRight", 3, 4],
  ["ArrowRight", 9, 9],
  ["ArrowLeft", 4, 3],
  ["ArrowLeft", 0, 0],
  ["ArrowDown", 2, 7],
  ["ArrowDown", 4, 9],
  ["ArrowDown", 9, 9],
  ["ArrowUp", 9, 6],
  ["ArrowUp", 7, 2],
  ["ArrowUp", 1, 1],
  ["Home", 7, 4],
  ["End", 1, 3],
])("%s leads from seat %i to seat %i", (key, from, to) => {
  expect(seatAfter(rows, seats[from] as (typeof seats)[number], key)).toBe(seats[to]);
});

it("other keys lead nowhere", () => {
  expect(seatAfter(rows, seats[0] as (typeof seats)[number], "Enter")).toBeUndefined();
});

it("without rows all arrow keys go through the list", () => {
  const alone = rows.slice(1, 2);
  const [first, second] = alone[0]?.seats ?? [];
  expect(first && seatAfter(alone, first, "ArrowDown")).toBe(second);
  expect(second && seatAfter(alone, second, "ArrowUp")).toBe(first);
});
