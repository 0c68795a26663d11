import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Steps and operations that only tests of others, or of the browser, run through: none may come. */
const UNTESTED: readonly string[] = [];

const DEFINES = /\bdefine(?:Batched|Direct)?Command\(/;
/** What a step never does: it opens no transaction, and works in no context but its caller's transaction. */
const OPENS = /\binTransaction\(|\bctx: AppContext\b/;

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
  const text = readFileSync(join(root, file), "utf8");
  if (file.includes("/steps/") && OPENS.test(text))
    return [
      `${file}: a step is part of its caller's transaction and takes a tx. Put what needs a context or a transaction of its own into jobs/, gateways/ or the command.`,
    ];
  const isOperation = DEFINES.test(text);
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
