import { expect, it } from "vitest";
import { daysOf, hrefOf, isFiltered } from "./wanted.ts";

it.each([
  // A Tuesday in Seoul, though still Monday in UTC.
  [
    "2026-12-21T20:00:00Z",
    ["2026-12-22", "2026-12-22"],
    ["2026-12-26", "2026-12-27"],
    ["2026-12-22", "2026-12-31"],
  ],
  // Saturday, and Sunday.
  [
    "2026-12-26T03:00:00Z",
    ["2026-12-26", "2026-12-26"],
    ["2026-12-26", "2026-12-27"],
    ["2026-12-26", "2026-12-31"],
  ],
  [
    "2026-12-27T03:00:00Z",
    ["2026-12-27", "2026-12-27"],
    ["2026-12-27", "2026-12-27"],
    ["2026-12-27", "2026-12-31"],
  ],
])("knows which days people mean at %s", (at, ...days) => {
  const found = (["today", "weekend", "month"] as const).map((name) => daysOf(name, Date.parse(at)));
  expect(found.map(({ from, until }) => [from, until])).toEqual(days);
});

it("puts into the address what is asked for and nothing else", () => {
  expect(hrefOf({})).toBe("/");
  expect(hrefOf({ q: "ㅊㄴ", place: undefined, section: "ON_SALE" })).toBe(
    `/?section=ON_SALE&q=${encodeURIComponent("ㅊㄴ")}`,
  );
  expect([isFiltered({ section: "OVER" }), isFiltered({ place: "서울" })]).toEqual([false, true]);
});
