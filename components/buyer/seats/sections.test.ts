import { expect, it } from "vitest";
import type { SeatView } from "#server/seats/contract.ts";
import type { SeatStatus } from "#server/seats/values.ts";
import type { Section } from "./seat.ts";
import { listedSeats, sectionsOf } from "./sections.ts";

const seat = (number: string, section: string, price: number, status: SeatStatus): SeatView => ({
  ...{ id: `seat_${section}${number}`, number, section, row: null, label: null, price, status },
});

it("has the dearest section first, counts what is free, and leaves out what the house keeps", () => {
  const seats = listedSeats([
    seat("1", "B", 50_000, "AVAILABLE"),
    seat("10", "A", 90_000, "SOLD"),
    seat("2", "A", 120_000, "AVAILABLE"),
    seat("2", "B", 50_000, "SOLD"),
    seat("3", "B", 50_000, "BLOCKED"),
    seat("1", "house", 10_000, "BLOCKED"),
    seat("1", "A", 90_000, "HOLD"),
  ]);
  const numbersOf = (rows: Section["rows"]) => rows.flatMap((row) => row.seats.map(({ number }) => number));
  const sections = sectionsOf(seats);
  expect(sections.map(({ name, free, prices, rows }) => [name, free, prices, numbersOf(rows)])).toEqual([
    ["A", 1, [90_000, 120_000], ["1", "2", "10"]],
    ["B", 1, [50_000, 50_000], ["1", "2"]],
  ]);
});
