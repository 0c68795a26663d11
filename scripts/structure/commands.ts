import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Commands that only tests of other commands, or of the browser, run through: none may come, and the list shrinks. */
const UNTESTED: readonly string[] = [
  "server/catalog/commands/lock-sale.ts",
  "server/checkout/commands/settle-payments.ts",
  "server/holds/commands/free-expired-holds.ts",
  "server/line/commands/ask-place.ts",
  "server/orders/commands/create-orders.ts",
  "server/orders/commands/move-orders.ts",
  "server/payments/commands/remember-callbacks.ts",
  "server/tickets/commands/issue-tickets.ts",
  "server/tickets/commands/void-tickets.ts",
];

/**
 * Looks for commands that no test is about: neither one beside them nor one that imports them.
 * @param root - the directory that has `server/`
 * @param excused - those that are known to have none; one that has a test by now is a problem too
 * @returns a sentence for each that says what to do
 */
export function commandProblems(root: string, excused = UNTESTED): string[] {
  const tests = globSync("server/**/*.test.ts", { cwd: root });
  const imported = new Set(tests.flatMap((file) => importsOf(root, file)));
  const untested = globSync("server/*/commands/*.ts", { cwd: root, exclude: ["**/*.test.ts"] })
    .filter((file) => !existsSync(join(root, file.replace(/\.ts$/, ".db.test.ts"))))
    .filter((file) => !imported.has(file));
  return [
    ...untested
      .filter((file) => !excused.includes(file))
      .map((file) => `${file}: no test is about it. Put one beside it, as .db.test.ts.`),
    ...excused
      .filter((file) => !untested.includes(file))
      .map((file) => `${file}: tested or gone. Take it from UNTESTED in scripts/structure/commands.ts.`),
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
