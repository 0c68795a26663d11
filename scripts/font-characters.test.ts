import { globSync, readFileSync, statSync } from "node:fs";
import { expect, it } from "vitest";
import { coreCharacters, otherCharacters, rangesOf } from "./font-characters.ts";

it("writes runs of characters as CSS does", () => {
  expect(rangesOf(["a", "b", "c", "가", "z"])).toBe("U+61-63, U+7A, U+AC00");
});

it("is what the printed fonts have: `node scripts/fonts.ts` prints them again", () => {
  const printed = readFileSync("app/fonts/faces.css", "utf8").matchAll(/unicode-range:\s*([^;]+);/g);
  expect([...printed].map(([, ranges]) => ranges?.replaceAll(/\s+/g, " "))).toEqual([
    rangesOf(coreCharacters()),
    rangesOf(otherCharacters()),
  ]);
});

it("has every character of the texts in one of the two fonts", () => {
  const both = new Set([...coreCharacters(), ...otherCharacters()]);
  const texts = globSync("components/**/messages.{ko,en}.ts").map((file) => readFileSync(file, "utf8"));
  expect([...texts.join("")].filter((character) => character >= " " && !both.has(character))).toEqual([]);
});

it("keeps what no buyer reads at first view out of the font that every page preloads", () => {
  const core = new Set(coreCharacters());
  const policies = [...readFileSync("components/policies/messages.ko.ts", "utf8")];
  expect(policies.some((character) => character >= " " && !core.has(character))).toBe(true);
  const [preloaded = ""] = globSync("public/fonts/pretendard-core.*.woff2");
  expect(statSync(preloaded).size).toBeLessThan(72_000);
});

it("has what dates are written with in the font that every page preloads", () => {
  const core = new Set(coreCharacters());
  const days = Array.from({ length: 12 }, (_, month) => Date.UTC(2026, month, month + 1, 2 * month));
  const written = days.map((day) =>
    new Intl.DateTimeFormat("ko", { dateStyle: "full", timeStyle: "medium", timeZone: "UTC" }).format(day),
  );
  expect([...written.join("")].filter((character) => !core.has(character))).toEqual([]);
});
