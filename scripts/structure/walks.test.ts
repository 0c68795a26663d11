import { expect, it } from "vitest";
import { walkProblems, wrongWalks } from "./walks.ts";

const LIST =
  "1. `server/main.ts`: begins\n2. `server/platform/a/b.ts`: goes on\n3. `server/platform/c/d.ts`: ends\n";
const problemsOf = (said: string, list = LIST) =>
  wrongWalks("page.md", `# Page\n\n## A walk\n\nFrom here. ${said}\n\n${list}\n## Words\n\nNo list.\n`);

it("accepts a list with its numbers, in which the platform is one folder", () => {
  expect(problemsOf("**3 files, 2 folders.**")).toEqual([]);
});

it("names a walk with other numbers, and one with none", () => {
  expect(problemsOf("**4 files, 2 folders.**")).toEqual([
    'page.md:3 says 4 files, 2 folders of "A walk", whose list has 3 files, 2 folders.',
  ]);
  expect(problemsOf("")).toEqual([
    'page.md:3 says no numbers of "A walk", whose list has 3 files, 2 folders.',
  ]);
});

it("names a file that a walk has twice", () => {
  expect(problemsOf("**4 files, 2 folders.**", `${LIST}4. \`server/main.ts\`: again\n`)).toEqual([
    'page.md:3 has server/main.ts twice in "A walk".',
  ]);
});

it("finds each walk of this project as its numbers say", () => {
  expect(walkProblems(".")).toEqual([]);
});
