import { describe, expect, it } from "vitest";
import { SEAT_STATUSES } from "#server/seats/values.ts";
import { hallOf } from "../../seat-map/hall.ts";
import { sampleDrawing } from "../../seat-map/sample-drawing.ts";
import { groupsOf, looksOf, offeredSeats, rowsOfSection, seatAt, sectionsOfHall } from "./hall-seats.ts";
import { nearestFree } from "./nearest-free.ts";

const SIGNS = { o: "AVAILABLE", x: "HOLD", s: "SOLD", h: "BLOCKED" } as const;

/** States as they are seen from above: `o` is free, `x` held, `s` sold, `h` kept by the house. */
const statesOf = (...rows: readonly string[]) =>
  Uint8Array.from(rows.join("").replaceAll(" ", ""), (sign) =>
    SEAT_STATUSES.indexOf(SIGNS[sign as keyof typeof SIGNS]),
  );

const hall = hallOf(sampleDrawing({ R석: ["oo oo", "oooro"], S석: ["acoo"] }));
const states = statesOf("ox oo", "osooh", "oooo");

describe("a hall as its buyers see it", () => {
  it("names a seat by section, row and label, with its id, price, state and what is particular about it", () => {
    expect(seatAt(hall, states, 7)).toEqual({
      ...{ id: "seat_01k8v3q4f6e9hb2m5n7p8r0007", number: "R석-2-4", section: "R석", row: "2", label: "4" },
      ...{ price: 100_000, status: "AVAILABLE", flags: ["restrictedView"], place: 7, position: 3 },
    });
    expect(seatAt(hall, states, 8).status).toBe("BLOCKED");
  });

  it("counts the free seats of each section, the dearest first", () => {
    const free = sectionsOfHall(hall, states).map(({ name, index, free }) => [name, index, free]);
    expect(free).toEqual([
      ["R석", 0, 6],
      ["S석", 1, 4],
    ]);
  });

  it("leaves out a section that the house keeps whole", () => {
    const sections = sectionsOfHall(hall, statesOf("hh hh", "hhhhh", "oooo"));
    expect(sections.map(({ name }) => name)).toEqual(["S석"]);
  });

  it("lists a section row by row, from one end to the other, without house seats", () => {
    const rows = rowsOfSection(hall, states, 0);
    expect(
      rows.map(({ label, seats }) => [label, seats.map(({ label: number }) => number).join(" ")]),
    ).toEqual([
      ["1", "1 2 3 4"],
      ["2", "1 2 3 4"],
    ]);
  });

  it("draws house seats as taken ones", () => {
    expect([...looksOf(states, [0, 4])]).toEqual([2, 1, 0, 0, 2, 1, 0, 0, 1, 0, 0, 0, 0]);
  });

  it("offers free seats but those that are kept", () => {
    const offered = offeredSeats(hall, states, [0]);
    expect(offered.map(({ isFree }) => Number(isFree)).join("")).toBe("0011101101111");
    expect(offered[9]).toMatchObject({ section: "S석", row: "1", price: 80_000, flags: ["accessible"] });
  });

  it("groups seats that are side by side, which an aisle or another row ends", () => {
    expect(groupsOf(hall, [3, 1, 2, 0])).toEqual([
      [0, 1],
      [2, 3],
    ]);
    expect(groupsOf(hall, [3, 4])).toEqual([[3], [4]]);
  });
});

describe("instead of a lost seat", () => {
  it("the nearest free one of the section is offered, though one of another section is nearer", () => {
    const near = hallOf(sampleDrawing({ R: ["o".repeat(9)], S: ["o".repeat(9)] }));
    expect(nearestFree(near, statesOf("xxxxxxxxo", "ooooooooo"), 0, [])).toBe(8);
    expect(nearestFree(near, statesOf("ooxoooooo", "ooooooooo"), 2, [])).toBe(1);
    expect(nearestFree(near, statesOf("ooxoooooo", "ooooooooo"), 2, [1])).toBe(3);
  });

  it("one of another section is offered where the section has none", () => {
    expect(nearestFree(hall, statesOf("xx xx", "xxxxx", "oooo"), 6, [])).toBe(11);
  });

  it("a place for a wheelchair is offered instead of another one alone", () => {
    expect(nearestFree(hall, statesOf("xx xx", "xxxxx", "ooxx"), 6, [])).toBeUndefined();
    expect(nearestFree(hall, statesOf("xx xx", "xxxxx", "xoxx"), 9, [])).toBe(10);
  });

  it("none is offered where none is free", () => {
    expect(nearestFree(hall, statesOf("xx xx", "xsxxh", "xxxx"), 0, [])).toBeUndefined();
  });
});
