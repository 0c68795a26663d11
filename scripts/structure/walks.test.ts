import { expect, it } from "vitest";
import { walkProblems, wrongWalks } from "./walks.ts";

const CODE: Readonly<Record<string, string>> = {
  "server/main.ts": 'import { b } from "#server/platform/a/b.ts";',
  "server/platform/a/b.ts": 'import type { D } from "../c/d.ts";',
};
const LIST =
  "1. → `server/main.ts`: begins\n2. `server/platform/a/b.ts`: goes on\n3. `server/platform/c/d.ts`: ends\n";
const problemsOf = (said: string, list = LIST) =>
  wrongWalks(
    "page.md",
    `# Page\n\n## A walk\n\nFrom here. ${said}\n\n${list}\n## Words\n\nNo list.\n`,
    (file) => CODE[file] ?? "",
  );

it("accepts a list with its numbers, in which the platform is one folder", () => {
  expect(problemsOf("**3 files, 2 folders.**")).toEqual([]);
});

it("names a walk with other numbers, and one with none", () => {
  expect(problemsOf("**4 files, 2 folders.**")).toEqual([
    'page.md:3 "A walk" says 4 files, 2 folders, but the list has 3 files, 2 folders.',
  ]);
  expect(problemsOf("")).toEqual([
    'page.md:3 "A walk" says no numbers, but the list has 3 files, 2 folders.',
  ]);
});

it("names a file that a walk has twice, and one that nothing on it imports", () => {
  expect(
    problemsOf(
      "**5 files, 3 folders.**",
      `${LIST}4. → \`server/main.ts\`: again\n5. \`server/a/b.ts\`: lost\n`,
    ),
  ).toEqual([
    'page.md:3 "A walk" has server/main.ts twice.',
    'page.md:3 "A walk" has server/a/b.ts, which no other file of the list imports: take it out, or put → before it.',
  ]);
});

it("finds each walk of this project as it is written", () => {
  expect(walkProblems(".")).toEqual([]);
});
