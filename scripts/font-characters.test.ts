import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { coreCharacters, rangesOf } from "./font-characters.ts";

it("writes runs of characters as CSS does", () => {
  expect(rangesOf(["a", "b", "c", "가", "z"])).toBe("U+61-63, U+7A, U+AC00");
});

it("is what the printed font has: `node scripts/fonts.ts` prints it again", () => {
  const printed = /unicode-range:\s*([^;]+);/.exec(readFileSync("app/fonts/core.css", "utf8"))?.[1];
  expect(printed?.replaceAll(/\s+/g, " ")).toBe(rangesOf(coreCharacters()));
});
