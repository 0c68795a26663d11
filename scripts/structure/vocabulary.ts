import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { domains, vocabulary } from "#server/architecture.mjs";

const SOURCE_LINES_MAX = 250;
const TEST_LINES_MAX = 400;

/**
 * Looks at the names and sizes of the files of `server/`: each problem is a sentence that says what to do.
 * @param root - the directory that has `server/`
 */
export function structureProblems(root: string): string[] {
  const files = globSync("server/**/*.ts", { cwd: root });
  return [
    ...files.flatMap((file) => nameProblem(file)),
    ...files.flatMap((file) => sizeProblem(root, file)),
    ...strangers(root),
  ];
}

function nameProblem(file: string): string[] {
  const [, domain = "", ...rest] = file.split("/");
  const [name = "", command] = rest;
  if (!Object.hasOwn(domains, domain) || rest.length === 0 || name.endsWith(".test.ts")) return [];
  if (["commands", "gateways"].includes(name) && command) return [];
  if (Object.hasOwn(vocabulary, name.replace(/\.ts$/, ""))) return [];
  const known = Object.entries(vocabulary).map(([word, meaning]) => `${word}.ts (${meaning})`);
  return [`${file}: no domain has such a file. There are commands/<verb-noun>.ts, ${known.join(", ")}.`];
}

function sizeProblem(root: string, file: string): string[] {
  const lines = readFileSync(join(root, file), "utf8").split("\n").length - 1;
  const most = /\.test\.ts$|^server\/testing\//.test(file) ? TEST_LINES_MAX : SOURCE_LINES_MAX;
  return lines > most
    ? [`${file}: ${lines} lines, and ${most} is the most. What of it is a thing of its own?`]
    : [];
}

function strangers(root: string): string[] {
  const beside = ["platform", "http", "testing"];
  return globSync("server/*/", { cwd: root })
    .map((path) => path.replace(/^server\//, "").replace(/\/$/, ""))
    .filter((name) => existsSync(join(root, "server", name, "contract.ts")))
    .filter((name) => !Object.hasOwn(domains, name) && !beside.includes(name))
    .map((name) => `server/${name}: name it and what it uses in server/architecture.mjs.`);
}
