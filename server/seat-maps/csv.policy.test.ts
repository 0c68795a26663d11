import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SEATS_MAX } from "../seats/values.ts";
import { type SeatMapPlan, SeatMapPlanInput, type SeatMapSection } from "./contract.ts";
import { readSeatMapCsv, seatMapCsv } from "./csv.policy.ts";
import { completePlan, planFaults } from "./plan.policy.ts";
import { SEAT_FLAGS } from "./values.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const read = (text: string, known: readonly SeatMapSection[] = []) => readSeatMapCsv(bytesOf(text), known);
function planIn(text: string, known: readonly SeatMapSection[] = []): SeatMapPlan {
  const answer = read(text, known);
  if ("mistakes" in answer) throw new Error(JSON.stringify(answer.mistakes));
  return answer.plan;
}
function mistakesIn(text: string) {
  const answer = read(text);
  return "mistakes" in answer
    ? answer.mistakes.map(({ line, column, code, found }) => [line, column, code, found])
    : [];
}
const HEADINGS = "section,row,number,price,x,y,flags";
const fileOf = (...lines: string[]) => `\ufeff${[HEADINGS, ...lines].join("\r\n")}\r\n`;

describe("a file of seats", () => {
  it("becomes sections, rows and seats in its order", () => {
    const plan = planIn(
      fileOf("R석,1,1,150000,,,", "R석,1,2,150000,,,house accessible", "S석,가,1,90000,,,"),
    );
    expect(plan).toEqual({
      sections: [
        { id: "s1", name: "R석", color: "#0072b2", price: 150_000 },
        { id: "s2", name: "S석", color: "#e69f00", price: 90_000 },
      ],
      rows: [
        {
          ...{ section: "s1", label: "1" },
          seats: [
            { number: "1", position: 0 },
            { number: "2", position: 1, flags: ["accessible", "house"] },
          ],
        },
        { section: "s2", label: "가", seats: [{ number: "1", position: 0 }] },
      ],
    });
  });

  it("keeps the ids, colours and order of sections that the map has", () => {
    const known = [
      { id: "stage-left", name: "S석", color: "#123456", price: 1 },
      { id: "s1", name: "gone", color: "#123457", price: 1 },
    ];
    const { sections } = planIn(fileOf("R석,1,1,150000,,,", "S석,1,1,90000,,,"), known);
    expect(sections).toEqual([
      { id: "stage-left", name: "S석", color: "#123456", price: 90_000 },
      { id: "s2", name: "R석", color: "#0072b2", price: 150_000 },
    ]);
  });

  it("may have prices and decimals as spreadsheets show them, and flags in any case", () => {
    const plan = planIn("section;row;number;price;x;y;flags\nR;1;1;150,000;1,5;2;RESTRICTEDVIEW|House\n");
    expect(plan.sections[0]?.price).toBe(150_000);
    expect(plan.rows[0]?.seats[0]).toMatchObject({ x: 1.5, y: 2, flags: ["restrictedView", "house"] });
  });

  it("takes a row in decomposed form for the same row", () => {
    const plan = planIn(fileOf(`R,${"가".normalize("NFC")},1,1,,,`, `R,${"가".normalize("NFD")},2,1,,,`));
    expect(plan.rows).toHaveLength(1);
  });

  it("tells every mistake by line and column, and imports nothing", () => {
    const text = fileOf(
      "R,1,1,150000,,,",
      ",1,2,150000,,,",
      "R,1,3,free,,,aisle",
      "R,1,4,140000,,,",
      "R,1,1,150000,,,",
      "R,1,\u202e6,150000,,,",
      "R,1,7,,1.234,far,",
    );
    expect(mistakesIn(text)).toEqual([
      [3, "section", "cell_empty", ""],
      [4, "price", "price_wrong", "free"],
      [4, "flags", "flag_unknown", "aisle"],
      [5, "price", "price_differs", "140000"],
      [6, "number", "seat_twice", "R-1-1"],
      [7, "number", "text_wrong", "\u202e6"],
      [8, "price", "cell_empty", ""],
      [8, "x", "coordinate_wrong", "1.234"],
      [8, "y", "coordinate_wrong", "far"],
    ]);
  });

  it.each<[string, string, unknown[][]]>([
    ["no seats", fileOf(), [[1, null, "no_seats", ""]]],
    [
      "coordinates of some seats",
      fileOf("R,1,1,1,1,1,", "R,1,2,1,2,,", "R,1,3,1,,,"),
      [
        [3, "y", "coordinates_partial", ""],
        [4, "x", "coordinates_partial", ""],
      ],
    ],
    ["two seats at one place", fileOf("R,1,1,1,1,1,", "R,2,1,1,1,1,"), [[3, "x", "place_twice", "1, 1"]]],
    [
      "positions that are taken",
      `${HEADINGS},position\nR,1,1,1,,,,3\nR,1,2,1,,,,3\nR,1,3,1,,,,-1\n`,
      [
        [3, "position", "position_twice", "3"],
        [4, "position", "position_wrong", "-1"],
      ],
    ],
    ["a price that no ticket has", fileOf("R,1,1,100000001,,,"), [[2, "price", "price_wrong", "100000001"]]],
    [
      "a seat that another one looks like",
      fileOf("R,1,1,1000,,,", "R,1,1\u200b,1000,,,"),
      [[3, "number", "seat_twice", "R-1-1\u200b"]],
    ],
    [
      "a name that is too long",
      fileOf(`${"R".repeat(41)},1,1,1,,,`),
      [[2, "section", "text_wrong", "R".repeat(41)]],
    ],
  ])("with %s is told so", (_, text, mistakes) => {
    expect(mistakesIn(text)).toEqual(mistakes);
  });

  it.each(["1,00", "15,0000", "1.000", "1,50", "1000.0"])("with the price %s is not guessed at", (price) => {
    expect(mistakesIn(fileOf(`R,1,1,"${price}",,,`))).toEqual([[2, "price", "price_wrong", price]]);
  });

  it("of 100,001 rows is refused at the first row that is too many", () => {
    const lines = Array.from({ length: 100_001 }, (_, index) => `R,${index},1,1,,,`);
    expect(mistakesIn(fileOf(...lines))).toEqual([[SEATS_MAX + 2, null, "too_many_rows", String(SEATS_MAX)]]);
  });

  it("has a limit of sections", () => {
    const lines = Array.from({ length: 201 }, (_, index) => `R${index},1,1,1,,,`);
    expect(mistakesIn(fileOf(...lines))).toEqual([[202, "section", "too_many_sections", "R200"]]);
  });
});

describe("an exported file", () => {
  it("is the imported one, byte for byte", () => {
    for (const file of [
      fileOf("R석,1,1,150000,,,", "R석,1,2,150000,,,companion", "S석,1,1,90000,,,", "R석,2,1,150000,,,"),
      fileOf("R,1,3,1,10,-4.25,", "R,1,1,1,12,-4,house", "R,1,2,1,20,-4,", "'=cmd|x,'-1,'@1,0,8,0,"),
      `\ufeff${HEADINGS},position\r\n"A, B",1,1,5,,,,0\r\n"A, B",1,2,5,,,,3\r\n`,
    ])
      expect(seatMapCsv(planIn(file))).toBe(file);
  });

  it("defuses formulas", () => {
    const file = seatMapCsv(planIn(fileOf("=cmd|'/C calc'!A0,+1,-1,5,,,")));
    expect(file).toContain("\r\n'=cmd|'/C calc'!A0,'+1,'-1,5,,,\r\n");
  });

  const text = fc.oneof(
    fc.constantFrom("가", "=1+1", "'=x", "-1", "a,b", 'say "hi"', "; ", "1열", "A\u0301"),
    fc.string({ minLength: 1, maxLength: 20, unit: "grapheme" }),
  );
  const place = fc.integer({ min: -9_999, max: 9_999 }).map((value) => value / 100);
  const seat = fc.record({
    ...{ number: text, x: place, y: place },
    position: fc.option(fc.integer({ min: 0, max: 60 }), { nil: undefined, freq: 2 }),
    flags: fc.subarray([...SEAT_FLAGS]),
  });
  const row = fc.record({
    section: fc.nat(),
    label: text,
    seats: fc.array(seat, { minLength: 1, maxLength: 8 }),
  });
  /** Plans of any texts without a fault, with coordinates and without. */
  const plans = fc
    .record({
      names: fc.array(text, { minLength: 1, maxLength: 4 }),
      rows: fc.array(row, { minLength: 1, maxLength: 6 }),
      hasPlaces: fc.boolean(),
    })
    .map(({ names, rows, hasPlaces }) => ({
      sections: names.map((name, index) => ({
        id: `s${index}`,
        name,
        color: "#abcdef",
        price: index * 1000,
      })),
      rows: rows.map(({ section, label, seats }) => ({
        ...{ section: `s${section % names.length}`, label },
        seats: seats.map(({ x, y, ...seat }) => (hasPlaces ? { ...seat, x, y } : seat)),
      })),
    }))
    .map((plan) => SeatMapPlanInput.safeParse(plan).data)
    .filter((plan) => plan !== undefined)
    .map(completePlan)
    .filter((plan) => planFaults(plan).length === 0);

  it("gives the same map back, whatever its names, and the same file again", () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const file = seatMapCsv(plan);
        expect(planIn(file, plan.sections)).toEqual(plan);
        expect(seatMapCsv(planIn(file))).toBe(file);
      }),
    );
  });
});
