import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SEATS_MAX } from "../seats/values.ts";
import { SeatMapPlan, SeatMapPlanInput } from "./contract.ts";
import { placesOf } from "./layout.policy.ts";
import { completePlan, planFaults, positionsOf, seatWidthOf } from "./plan.policy.ts";

const section = { id: "s1", name: "R석", color: "#0072b2", price: 150_000 };
const planOf = (...rows: SeatMapPlanInput["rows"]) =>
  completePlan(SeatMapPlanInput.parse({ sections: [section], rows }));
const seatsOf = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ number: String(index + 1) }));
const row = (label: string, seats: SeatMapPlanInput["rows"][number]["seats"]) => ({
  ...{ section: "s1", label, seats },
});
const codesOf = (plan: SeatMapPlan) => planFaults(plan).map(({ code }) => code);

describe("positions that are left out", () => {
  it("follow one another where the seats have no coordinates", () => {
    expect(positionsOf([{}, {}, {}], 1)).toEqual([0, 1, 2]);
  });

  it("follow from the coordinates, whatever the numbers and the unit: an aisle is a gap", () => {
    const seats = [60, 0, 20, 40, 120, 140].map((x) => ({ x, y: 300 }));
    expect(seatWidthOf([{ seats }])).toBe(20);
    expect(positionsOf(seats, 20)).toEqual([3, 0, 1, 2, 6, 7]);
  });

  it("are counted along the row where it runs away from the stage", () => {
    expect(
      positionsOf(
        [3, 2, 0].map((y) => ({ x: 8, y })),
        1,
      ),
    ).toEqual([2, 1, 0].map((at) => [0, 2, 3][at]));
  });

  it("are those of a row that can be read back, however far apart the seats are and however many", () => {
    const far = [0, 0.01, 0.02, 99_999].map((x, index) => ({ number: String(index), x, y: 0 }));
    const zigzag = Array.from({ length: 500 }, (_, index) => ({
      ...{ number: String(index), x: index * 0.01, y: index < 400 ? 0 : (index % 2) * 100_000 },
    }));
    const plan = planOf(row("far", far), row("zigzag", zigzag), row("long", seatsOf(20_000)));
    expect(plan.rows[0]?.seats.map(({ position }) => position)).toEqual([0, 1, 2, 4]);
    expect(SeatMapPlan.parse(plan)).toEqual(plan);
  });

  it("differ in each row, wherever its seats are", () => {
    const place = fc.record({ x: fc.integer({ min: -500, max: 500 }), y: fc.integer({ min: 0, max: 500 }) });
    fc.assert(
      fc.property(
        fc.array(place, { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 1, max: 30 }),
        (seats, width) => {
          expect(new Set(positionsOf(seats, width)).size).toBe(seats.length);
        },
      ),
    );
  });
});

describe("a plan", () => {
  it("has no faults where every seat is one of its own", () => {
    expect(codesOf(planOf(row("1", seatsOf(3)), row("2", seatsOf(3))))).toEqual([]);
    expect(codesOf({ sections: [], rows: [] })).toEqual([]);
  });

  it("knows a number again that only looks the same", () => {
    expect(codesOf(planOf(row("1", [{ number: "1" }, { number: "1\u200b" }, { number: "1 2" }])))).toEqual([
      "seat_twice",
    ]);
  });

  it("knows a number again in composed and decomposed form, and with spaces around it", () => {
    const [composed, decomposed] = ["가".normalize("NFC"), "가".normalize("NFD")];
    expect(planFaults(planOf(row("1", [{ number: composed }, { number: ` ${decomposed} ` }])))).toEqual([
      { code: "seat_twice", row: 0, seat: 1, found: "R석-1-가" },
    ]);
  });

  it("has no two seats that people would call the same", () => {
    const sections = [section, { ...section, id: "s2", name: "R석-1" }];
    const rows = [
      { section: "s1", label: "1-2", seats: [{ number: "3", position: 0 }] },
      { section: "s2", label: "2", seats: [{ number: "3", position: 0 }] },
    ];
    expect(codesOf(SeatMapPlan.parse({ sections, rows }))).toEqual(["seat_twice"]);
  });

  it.each<[string, SeatMapPlan, string[]]>([
    [
      "a section that is not there",
      { sections: [], rows: planOf(row("1", seatsOf(1))).rows },
      ["section_unknown"],
    ],
    ["a section without seats", { sections: [section], rows: [] }, ["section_empty"]],
    [
      "two sections of one name",
      { ...planOf(row("1", seatsOf(1))), sections: [section, { ...section, id: "s2" }] },
      ["section_twice", "section_empty"],
    ],
    ["two rows of one label", planOf(row("1", seatsOf(1)), row("1", [{ number: "2" }])), ["row_twice"]],
    [
      "two seats at one position",
      planOf(
        row("1", [
          { number: "1", position: 4 },
          { number: "2", position: 4 },
        ]),
      ),
      ["position_twice"],
    ],
    [
      "two seats at one place",
      planOf(row("1", [{ number: "1", x: 1, y: 1 }]), row("2", [{ number: "1", x: 1, y: 1 }])),
      ["place_twice"],
    ],
    [
      "coordinates of some seats alone",
      planOf(row("1", [{ number: "1", x: 1, y: 1 }, { number: "2", x: 2 }, { number: "3" }])),
      ["coordinates_partial", "coordinates_partial"],
    ],
  ])("with %s is told so", (_, plan, codes) => {
    expect(codesOf(plan)).toEqual(codes);
  });

  it("has a limit of seats", () => {
    const rows = Array.from({ length: SEATS_MAX / 50 + 1 }, (_, index) => row(String(index), seatsOf(50)));
    expect(planFaults(completePlan({ sections: [section], rows }))).toEqual([
      { code: "too_many_seats", row: SEATS_MAX / 50, seat: 0, found: String(SEATS_MAX) },
    ]);
  });

  it("keeps each flag once, in one order", () => {
    const [first] = planOf(row("1", [{ number: "1", flags: ["house", "accessible", "house"] }])).rows;
    expect(first?.seats).toEqual([{ number: "1", position: 0, flags: ["accessible", "house"] }]);
  });
});

describe("the layout", () => {
  it("keeps given coordinates, in seat widths", () => {
    const seats = [0, 30, 60].map((x, index) => ({ number: String(index), x, y: 90 }));
    expect(placesOf(planOf(row("1", seats)))).toEqual([[0, 1, 2].map((x) => ({ x, y: 3 }))]);
  });

  it("gives every seat a place of its own, with its aisles and centred rows", () => {
    const plan = planOf(row("1", seatsOf(4)), row("2", [{ number: "1" }, { number: "2", position: 3 }]));
    const [front = [], behind = []] = placesOf(plan);
    expect(front.map(({ x }) => x - (front[0]?.x ?? 0))).toEqual([0, 1, 2, 3]);
    expect(behind.map(({ x }) => x)).toEqual([front[0]?.x, front[3]?.x]);
    expect(behind[0]?.y).toBeGreaterThan(front[0]?.y ?? 0);
  });

  it("lays no seat on another, however many sections there are", () => {
    const shapes = fc.array(fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 6 }), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(shapes, (shape) => {
        const sections = shape.map((_, index) => ({ ...section, id: `s${index}`, name: String(index) }));
        const rows = shape.flatMap((counts, index) =>
          counts.map((count, at) => ({ section: `s${index}`, label: String(at), seats: seatsOf(count) })),
        );
        const places = placesOf(completePlan({ sections, rows })).flat();
        const nearest = places.map((a, index) =>
          Math.min(...places.slice(index + 1).map((b) => Math.max(Math.abs(a.x - b.x), Math.abs(a.y - b.y)))),
        );
        expect(Math.min(...nearest)).toBeGreaterThan(0.999);
      }),
      { numRuns: 50 },
    );
  });
});
