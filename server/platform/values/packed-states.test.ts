import fc from "fast-check";
import { expect, it } from "vitest";
import { changesBetween, packStates, unpackStates, withChanges } from "./packed-states.ts";

const states = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 200 });

it("packs any states and gives them back", () => {
  fc.assert(
    fc.property(states, (given) => {
      const packed = packStates(given);
      expect(packed).toMatch(/^[\w-]*$/);
      expect([...unpackStates(packed, given.length)]).toEqual(given);
    }),
  );
});

it("packs four states into a byte, the first one into its lowest bits", () => {
  expect(packStates([1, 2, 3, 0, 3])).toBe(Buffer.from([0b00_11_10_01, 0b11]).toString("base64url"));
});

it("brings states up to date by what has changed between two moments", () => {
  const pairs = states.chain((before) =>
    fc.tuple(
      fc.constant(before),
      fc.array(fc.integer({ min: 0, max: 3 }), { minLength: before.length, maxLength: before.length }),
    ),
  );
  fc.assert(
    fc.property(pairs, ([before, after]) => {
      const changes = changesBetween(before, after);
      expect(changes).toHaveLength(before.filter((state, index) => state !== after[index]).length);
      expect([...withChanges(Uint8Array.from(before), changes)]).toEqual(after);
    }),
  );
});

it("leaves what it is given as it was, and passes over what is not there", () => {
  const before = Uint8Array.from([0, 1]);
  expect([
    ...withChanges(before, [
      [0, 3],
      [2, 1],
    ]),
  ]).toEqual([3, 1]);
  expect([...before]).toEqual([0, 1]);
});
