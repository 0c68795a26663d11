import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { domains, folders, platformRooms, vocabulary } from "#server/architecture.mjs";

const SOURCE_LINES_MAX = 250;
/** It runs before anything is installed, on any Node, and so cannot be several modules of the app. */
const UNBOUNDED = "scripts/bootstrap.mjs";
const TEST_LINES_MAX = 400;
const WAYS_OUT =
  "Split it by subject: a store or policy of a domain into <subject>.store.ts or <subject>.policy.ts, what several operations do into steps/, anything else into a file beside it.";

/**
 * Looks at the names of the files of `server/` and the sizes of all: each problem is a sentence that says what to do.
 * @param root - the directory of the project
 */
export function structureProblems(root: string): string[] {
  const files = globSync("server/**/*.ts", { cwd: root });
  const others = globSync("{app,bench,components,db,e2e,scripts}/**/*.{ts,tsx,mjs}", { cwd: root });
  return [
    ...files.flatMap((file) => nameProblem(file)),
    ...[...files, ...others].flatMap((file) => sizeProblem(root, file)),
    ...strangers(root),
    ...orderProblems(domains),
  ];
}

function nameProblem(file: string): string[] {
  const [, domain = "", ...rest] = file.split("/");
  const [name = "", inside] = rest;
  if (domain === "platform") return roomProblem(file, name, inside);
  if (!Object.hasOwn(domains, domain) || rest.length === 0 || name.endsWith(".test.ts")) return [];
  if (inside && Object.hasOwn(folders, name)) return [];
  if (Object.hasOwn(vocabulary, wordOf(name))) return [];
  const known = [
    ...Object.entries(folders).map(([folder, meaning]) => `${folder}/ (${meaning})`),
    ...Object.entries(vocabulary).map(([known, meaning]) => `${known}.ts (${meaning})`),
  ];
  return [`${file}: no domain has such a file. There are ${known.join(", ")}.`];
}

/** The word of a file's name: `refunds.store.ts` is a further store. */
const wordOf = (name: string): string =>
  name.replace(/\.ts$/, "").replace(/^[a-z-]+\.(?=(?:policy|store|mail)$)/, "");

/**
 * Looks for words of the vocabulary that fewer than two domains use: a list with a word for each file excludes nothing.
 * @param root - the directory that has `server/`
 * @returns a sentence for each that says what to do
 */
export function rareNames(root: string): string[] {
  const used = Object.keys(domains).flatMap((domain) => {
    const files = globSync(`server/${domain}/*.ts`, { cwd: root, exclude: ["**/*.test.ts"] });
    return [...new Set(files.map((file) => wordOf(file.split("/").at(-1) ?? "")))];
  });
  return Object.keys(vocabulary)
    .filter((word) => used.filter((one) => one === word).length < 2)
    .map(
      (word) =>
        `server/architecture.mjs: fewer than two domains have ${word}.ts. Make it a step, a gateway, or a further policy, store or mail.`,
    );
}

function roomProblem(file: string, room: string, inside: string | undefined): string[] {
  if (inside && Object.hasOwn(platformRooms, room)) return [];
  const known = Object.entries(platformRooms).map(([name, meaning]) => `${name}/ (${meaning})`);
  return [`${file}: the platform has no such room. There are ${known.join(", ")}.`];
}

function sizeProblem(root: string, file: string): string[] {
  if (file === UNBOUNDED) return [];
  const lines = readFileSync(join(root, file), "utf8").split("\n").length - 1;
  const most = /\.test\.tsx?$|^(?:e2e|server\/testing)\//.test(file) ? TEST_LINES_MAX : SOURCE_LINES_MAX;
  return lines > most ? [`${file}: ${lines} lines, and ${most} is the most. ${WAYS_OUT}`] : [];
}

function strangers(root: string): string[] {
  const beside = ["platform", "http", "testing"];
  return globSync("server/*/", { cwd: root })
    .map((path) => path.replace(/^server\//, "").replace(/\/$/, ""))
    .filter((name) => existsSync(join(root, "server", name, "contract.ts")))
    .filter((name) => !Object.hasOwn(domains, name) && !beside.includes(name))
    .map((name) => `server/${name}: name it and what it uses in server/architecture.mjs.`);
}

/**
 * Looks for domains that name one which does not come before them. Without such a name no two domains use each other.
 * @returns a sentence for each that says what to do
 */
export function orderProblems(list: Readonly<Record<string, readonly string[]>>): string[] {
  const names = Object.keys(list);
  return Object.entries(list).flatMap(([name, uses], at) =>
    uses
      .filter((used) => !names.slice(0, at).includes(used))
      .map((used) => `server/architecture.mjs: ${name} uses ${used}, which does not come before it.`),
  );
}
