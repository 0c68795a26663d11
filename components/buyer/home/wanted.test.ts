import { expect, it } from "vitest";
import { asksOf, daysOf, hrefOf, isFiltered } from "./wanted.ts";

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

it("asks for some of each section, and for many of one that is looked at alone", () => {
  expect(asksOf({ q: "겨울" }).map(({ section, search }) => [section, search])).toEqual(
    ["ON_SALE", "OPENING", "SOLD_OUT", "OVER"].map((section) => [section, "겨울"]),
  );
  const asked = { section: "OVER", cursor: "next", since: "2026-12-24" } as const;
  expect(asksOf({ section: "OVER", cursor: "next", from: "2026-12-24" })).toEqual([
    { ...asked, limit: 24, search: undefined, place: undefined, until: undefined },
  ]);
});

it("puts into the address what is asked for and nothing else", () => {
  expect(hrefOf({})).toBe("/");
  expect(hrefOf({ q: "ㅊㄴ", place: undefined, section: "ON_SALE" })).toBe(
    `/?section=ON_SALE&q=${encodeURIComponent("ㅊㄴ")}`,
  );
  expect([isFiltered({ section: "OVER" }), isFiltered({ place: "서울" })]).toEqual([false, true]);
});
