import fc from "fast-check";
import { expect, it } from "vitest";
import { seatLabel } from "#server/seat-maps/contract.ts";
import {
  LABEL_SCHEMES,
  labelOf,
  labelsOf,
  NUMBER_SCHEMES,
  numbersOf,
  SIDES,
  startAfter,
} from "./numbering.ts";

const numbers = (scheme: (typeof NUMBER_SCHEMES)[number], from: "left" | "right", start = 1) =>
  numbersOf(5, { scheme, from, start }).join(" ");

it("numbers seats in each way and from either side", () => {
  expect(numbers("all", "left")).toBe("1 2 3 4 5");
  expect(numbers("all", "right", 11)).toBe("15 14 13 12 11");
  expect(numbers("odd", "left")).toBe("1 3 5 7 9");
  expect(numbers("even", "right")).toBe("10 8 6 4 2");
  expect(numbers("split", "left")).toBe("5 3 1 2 4");
  expect(numbers("split", "right")).toBe("4 2 1 3 5");
  expect(numbers("letters", "left", 25)).toBe("Y Z AA AB AC");
  expect(numbers("hangul", "left")).toBe("가 나 다 라 마");
});

it("counts in Korean as documents do: after 하 comes 거, and after the last syllable two of them", () => {
  expect(labelsOf(3, { scheme: "hangul", start: 13 })).toEqual(["파", "하", "거"]);
  expect(labelsOf(3, { scheme: "hangul", start: 84 })).toEqual(["히", "가가", "가나"]);
});

it("never gives two seats of a row the same number, or two rows the same label", () => {
  const schemes = fc.constantFrom(...NUMBER_SCHEMES);
  const start = fc.integer({ min: 1, max: 999 });
  fc.assert(
    fc.property(fc.nat(250), schemes, fc.constantFrom(...SIDES), start, (count, scheme, from, first) => {
      const given = numbersOf(count, { scheme, from, start: first });
      expect(given).toHaveLength(count);
      expect(new Set(given).size).toBe(count);
      for (const number of given) expect(seatLabel.parse(number)).toBe(number);
    }),
  );
  for (const scheme of LABEL_SCHEMES) expect(new Set(labelsOf(9000, { scheme, start: 1 })).size).toBe(9000);
});

it("goes on behind the labels that are taken", () => {
  expect(startAfter([], "numbers")).toBe(1);
  expect(startAfter(["1", "2", "7"], "numbers")).toBe(8);
  expect(startAfter(["A", "B"], "letters")).toBe(3);
  expect(startAfter(["A", "B"], "hangul")).toBe(1);
  expect(labelOf("letters", startAfter(["Z"], "letters"))).toBe("AA");
});
