import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bestAvailable, type OfferedSeat, type SeatWish } from "./best-available.policy.ts";

const SIGNS: Readonly<Record<string, Partial<OfferedSeat>>> = {
  o: {},
  x: { isFree: false },
  a: { flags: ["accessible"] },
  c: { flags: ["companion"] },
  r: { flags: ["restrictedView"] },
  h: { flags: ["house"] },
};

/** Rows as they are seen from above, the stage on top: `o` is free, `x` taken, a space an aisle, the others by flag. */
const hall = (...rows: readonly string[]): OfferedSeat[] =>
  rows.flatMap((signs, row) =>
    [...signs].flatMap((sign, position) =>
      sign === " "
        ? []
        : [{ section: "R", row: String(row), position, price: 100, flags: [], isFree: true, ...SIGNS[sign] }],
    ),
  );

/** The same with the given seats as `*`. */
function chosen(
  rows: readonly string[],
  wish: number | SeatWish,
  seats = hall(...rows),
): string[] | undefined {
  const given = bestAvailable(seats, typeof wish === "number" ? { quantity: wish } : wish);
  const at = given?.map((index) => `${seats[index]?.row} ${seats[index]?.position}`);
  return (
    at &&
    rows.map((signs, row) =>
      [...signs].map((sign, position) => (at.includes(`${row} ${position}`) ? "*" : sign)).join(""),
    )
  );
}

describe("the best seats", () => {
  it.each<[string, number, readonly string[], readonly string[]]>([
    ["the middle of the first row", 3, ["ooooooooo", "ooooooooo"], ["ooo***ooo", "ooooooooo"]],
    ["a row further back, where the first one has no room", 3, ["ooxoo", "ooooo"], ["ooxoo", "***oo"]],
    ["no block across an aisle", 4, ["ooo ooo", "oooo"], ["ooo ooo", "****"]],
    ["no seat left alone, rather than the middle", 2, ["oooooo"], ["oo**oo"]],
    ["no seat left alone, rather than the front", 3, ["oooo", "ooo"], ["oooo", "***"]],
    ["an end of the row, where the middle leaves single seats", 2, ["oooo"], ["**oo"]],
    ["a single seat beside taken ones first", 1, ["oo", "xox"], ["oo", "x*x"]],
    ["a seat left alone, where it cannot be avoided", 2, ["ooo"], ["**o"]],
    ["no places for wheelchairs and companions while others are free", 2, ["acoo", "xxoo"], ["ac**", "xxoo"]],
    ["rather apart than on places for wheelchairs", 2, ["oacx", "xoxx"], ["*acx", "x*xx"]],
    ["places for wheelchairs last", 3, ["oacx"], ["***x"]],
    ["a full view before the front", 2, ["rrrr", "oooo"], ["rrrr", "**oo"]],
    ["no house seats", 2, ["hhoo"], ["hh**"]],
    ["two groups, where none is large enough", 5, ["oooxoo", "oox"], ["***x**", "oox"]],
    ["nobody alone", 4, ["oooxoo"], ["o**x**"]],
    ["groups near each other", 4, ["ooxx", "xxoo", "ooxo"], ["**xx", "xx**", "ooxo"]],
  ])("are %s", (_, quantity, rows, expected) => {
    expect(chosen(rows, quantity)).toEqual(expected);
  });

  it("are told apart by position, not by where they are in the list", () => {
    const seats = hall("ooooo").reverse();
    expect(chosen(["ooooo"], 3, seats)).toEqual(["***oo"]);
  });

  it("are of the section and the price that were asked for", () => {
    const seats = [
      ...hall("oo"),
      ...hall("", "oo").map((seat) => ({ ...seat, section: "S", price: 60 })),
      ...hall("", "", "oo").map((seat) => ({ ...seat, section: "A", price: 40 })),
    ];
    const rows = ["oo", "oo", "oo"];
    expect(chosen(rows, { quantity: 2 }, seats)).toEqual(["**", "oo", "oo"]);
    expect(chosen(rows, { quantity: 2, priceMax: 60 }, seats)).toEqual(["oo", "**", "oo"]);
    expect(chosen(rows, { quantity: 2, section: "A" }, seats)).toEqual(["oo", "oo", "**"]);
    expect(chosen(rows, { quantity: 3, section: "A" }, seats)).toBeUndefined();
  });

  it("are none where too few are free", () => {
    expect(chosen(["oxo", "h"], 3)).toBeUndefined();
    expect(bestAvailable([], { quantity: 1 })).toBeUndefined();
  });
});

const rowSigns = fc.string({ minLength: 1, maxLength: 9, unit: fc.constantFrom(..."ooooooxx arh") });
const halls = fc.array(rowSigns, { minLength: 1, maxLength: 5 });
const keyOf = ({ row, position }: Pick<OfferedSeat, "row" | "position">) => `${row} ${position}`;

/** How many free seats have no free seat beside them, of those that had one. */
function newlyAlone(seats: readonly OfferedSeat[], taken: ReadonlySet<number>): number {
  const free = new Map(
    seats.flatMap((seat, index) =>
      seat.isFree && !seat.flags.includes("house") ? [[keyOf(seat), index]] : [],
    ),
  );
  const besides = ({ row, position }: OfferedSeat, isGone: (index: number) => boolean) =>
    [position - 1, position + 1].filter((at) => {
      const index = free.get(keyOf({ row, position: at }));
      return index !== undefined && !isGone(index);
    }).length;
  return seats.filter(
    (seat, index) =>
      free.has(keyOf(seat)) &&
      !taken.has(index) &&
      besides(seat, (other) => taken.has(other)) === 0 &&
      besides(seat, () => false) > 0,
  ).length;
}

/** Every block of so many ordinary free seats side by side. */
function blocks(seats: readonly OfferedSeat[], quantity: number, isOrdinary: (seat: OfferedSeat) => boolean) {
  const at = new Map(seats.map((seat, index) => [keyOf(seat), index]));
  return seats.flatMap(({ row, position }) => {
    const indexes = Array.from({ length: quantity }, (_, ahead) =>
      at.get(keyOf({ row, position: position + ahead })),
    );
    const all = indexes.flatMap((index) =>
      index !== undefined && isOrdinary(seats[index] as OfferedSeat) ? [index] : [],
    );
    return all.length === quantity ? [all] : [];
  });
}

describe("in any hall", () => {
  const isFree = ({ isFree, flags }: OfferedSeat) => isFree && !flags.includes("house");
  const isOrdinary = (seat: OfferedSeat) => isFree(seat) && !seat.flags.includes("accessible");

  it("as many free seats as asked for are given, each once, and special ones only where the others are too few", () => {
    fc.assert(
      fc.property(halls, fc.integer({ min: 1, max: 8 }), (rows, quantity) => {
        const seats = hall(...rows);
        const given = bestAvailable(seats, { quantity });
        if (seats.filter(isFree).length < quantity) {
          expect(given).toBeUndefined();
          return;
        }
        expect(new Set(given).size).toBe(quantity);
        const offered = given?.map((index) => seats[index] as OfferedSeat) ?? [];
        expect(offered.every(isFree)).toBe(true);
        if (seats.filter(isOrdinary).length >= quantity) expect(offered.every(isOrdinary)).toBe(true);
      }),
    );
  });

  it("they are together where that is possible, and then leave as few seats alone as possible", () => {
    fc.assert(
      fc.property(halls, fc.integer({ min: 1, max: 6 }), (rows, quantity) => {
        const seats = hall(...rows);
        const possible = blocks(seats, quantity, isOrdinary);
        if (possible.length === 0) return;
        const given = new Set(bestAvailable(seats, { quantity }));
        expect(possible.map((block) => new Set(block))).toContainEqual(given);
        const fewest = Math.min(...possible.map((block) => newlyAlone(seats, new Set(block))));
        expect(newlyAlone(seats, given)).toBe(fewest);
      }),
    );
  });

  it("they are in as few groups as possible", () => {
    fc.assert(
      fc.property(halls, fc.integer({ min: 2, max: 10 }), (rows, quantity) => {
        const seats = hall(...rows.map((signs) => signs.replace(/[ar]/g, "o")));
        const lengths = rows
          .flatMap((signs) => signs.replace(/[ar]/g, "o").match(/o+/g) ?? [])
          .map(({ length }) => length)
          .sort((a, b) => b - a);
        const sums = lengths.map((_, index) =>
          lengths.slice(0, index + 1).reduce((sum, length) => sum + length, 0),
        );
        const fewest = sums.findIndex((sum) => sum >= quantity) + 1;
        const given = bestAvailable(seats, { quantity });
        if (fewest === 0) {
          expect(given).toBeUndefined();
          return;
        }
        const keys = new Set(given?.map((index) => keyOf(seats[index] as OfferedSeat)));
        const groups = given?.filter((index) => {
          const { row, position } = seats[index] as OfferedSeat;
          return !keys.has(keyOf({ row, position: position - 1 }));
        });
        expect(groups).toHaveLength(fewest);
      }),
    );
  });

  it("20,000 seats are searched whole", () => {
    const rows = Array.from({ length: 400 }, (_, row) =>
      row === 399 ? "o".repeat(50) : "oox".repeat(17).slice(0, 50),
    );
    const seats = hall(...rows);
    expect(seats).toHaveLength(20_000);
    const given = bestAvailable(seats, { quantity: 8 });
    expect(given?.map((index) => seats[index]?.row)).toEqual(Array.from({ length: 8 }, () => "399"));
    expect(bestAvailable(seats.slice(0, 19_950), { quantity: 100 })).toHaveLength(100);
  });
});
