import { expect, it } from "vitest";
import { constantProblems, constantsIn, wrongConstants } from "./constants.ts";

const constants = constantsIn(
  "const KEPT_MS = 1000;\nexport const IDLE_SECONDS = 14 * 24 * 3600;\nconst LEASE = 30;\nconst LEASE = 120;",
);
const problemsOf = (text: string) => wrongConstants("page.md", text, constants);

it("accepts a constant that a page quotes with its value, however the value is written", () => {
  expect(problemsOf("`KEPT_MS = 1_000`, `IDLE_SECONDS = 1209600`, `LEASE = 30` and `LEASE = 120`")).toEqual(
    [],
  );
});

it("names a quoted constant that has another value or is not there", () => {
  expect(problemsOf("First.\n`KEPT_MS = 3000`")).toEqual([
    "page.md:2 says KEPT_MS = 3000, which is 1000 in server/.",
  ]);
  expect(problemsOf("`GONE_MS = 1`")).toEqual([
    "page.md:1 says GONE_MS = 1, which is no number that server/ defines.",
  ]);
});

it("finds no wrong constant in this project's pages", () => {
  expect(constantProblems(".")).toEqual([]);
});
