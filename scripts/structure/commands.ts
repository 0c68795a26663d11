import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Steps and operations that only tests of others, or of the browser, run through: none may come, and the list shrinks. */
const UNTESTED: readonly string[] = [
  "server/catalog/steps/lock-sale.ts",
  "server/checkout/steps/transition-purchases.ts",
  "server/orders/steps/create-orders.ts",
  "server/orders/steps/transition-orders.ts",
  "server/queue/commands/ask-place.ts",
  "server/tickets/steps/issue-tickets.ts",
  "server/tickets/steps/void-tickets.ts",
];

const DEFINES = /\bdefine(?:Batched|Direct)?Command\(/;

/**
 * Looks for operations, steps and jobs that no test is about, neither beside them nor by an import, and for those that
 * are in the wrong folder.
 * @param root - the directory that has `server/`
 * @param excused - those that are known to have no test; one that has a test by now is a problem too
 * @returns a sentence for each that says what to do
 */
export function commandProblems(root: string, excused = UNTESTED): string[] {
  const tests = globSync("server/**/*.test.ts", { cwd: root });
  const imported = new Set(tests.flatMap((file) => importsOf(root, file)));
  const files = globSync("server/*/{commands,steps,jobs}/*.ts", { cwd: root, exclude: ["**/*.test.ts"] });
  const untested = files
    .filter((file) => !existsSync(join(root, file.replace(/\.ts$/, ".db.test.ts"))))
    .filter((file) => !imported.has(file));
  return [
    ...untested
      .filter((file) => !excused.includes(file))
      .map((file) => `${file}: no test is about it. Put one beside it, as .db.test.ts.`),
    ...excused
      .filter((file) => !untested.includes(file))
      .map((file) => `${file}: tested or gone. Take it from UNTESTED in scripts/structure/commands.ts.`),
    ...files.flatMap((file) => folderProblem(root, file)),
  ];
}

function folderProblem(root: string, file: string): string[] {
  const isOperation = DEFINES.test(readFileSync(join(root, file), "utf8"));
  if (isOperation === file.includes("/commands/")) return [];
  return [
    isOperation
      ? `${file}: it defines an operation, so it belongs in commands/.`
      : `${file}: it defines no operation. Put it into steps/ or jobs/.`,
  ];
}

/** The files that a test imports to run, as paths below `root`; what is imported for its types proves nothing. */
function importsOf(root: string, file: string): string[] {
  const text = readFileSync(join(root, file), "utf8");
  const imports = [...text.matchAll(/^import (?!type )[^;]*?from "([^"]+)";|await import\("([^"]+)"\)/gm)];
  return imports
    .map(([, early, late]) => early ?? late ?? "")
    .map((from) => (from.startsWith("#") ? from.slice(1) : join(dirname(file), from)));
}
