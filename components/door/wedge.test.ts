import { expect, it } from "vitest";
import { createWedge } from "./wedge.ts";

const press = (wedge: ReturnType<typeof createWedge>, keys: readonly string[], pauseMs: number, from = 0) =>
  keys.map((key, index) => wedge({ key, timeStamp: from + index * pauseMs })).at(-1);

it("reads a code that is typed fast and ended by Enter", () => {
  expect(press(createWedge(), [..."eyJhbGciOi.J9", "Enter"], 5)).toBe("eyJhbGciOi.J9");
});

it("skips keys without a character, such as Shift", () => {
  expect(press(createWedge(), ["Shift", "A", "Shift", "B", ..."CDEFGH", "Enter"], 5)).toBe("ABCDEFGH");
});

it("takes nothing that a person types, nor a single Enter", () => {
  expect(press(createWedge(), [..."7P8R9S0T", "Enter"], 200)).toBeUndefined();
  expect(press(createWedge(), ["Enter"], 5)).toBeUndefined();
});

it("begins again after a pause: what was typed before is no part of the code", () => {
  const wedge = createWedge();
  press(wedge, [..."hello"], 5);
  expect(press(wedge, [..."7P8R9S0T", "Enter"], 5, 5000)).toBe("7P8R9S0T");
});
