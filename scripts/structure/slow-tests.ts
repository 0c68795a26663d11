import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Looks for names in `vitest.config.ts` that no test has: a slow test that was moved is quick again without a word.
 * @param root - the directory of the project
 * @returns a sentence for each that says what to do
 */
export function slowTestProblems(root: string): string[] {
  const text = readFileSync(join(root, "vitest.config.ts"), "utf8");
  const globs = [...text.matchAll(/"([^"]+\.db\.test\.ts)"/g)].map(([, glob = ""]) => glob);
  return globs
    .filter((glob) => glob !== "**/*.db.test.ts")
    .flatMap((glob) => (glob.includes("*") ? [glob] : alternativesOf(glob)))
    .filter((glob) => globSync(glob, { cwd: root, exclude: ["node_modules/**", ".next/**"] }).length === 0)
    .map(
      (glob) => `vitest.config.ts: no test is called ${glob}. Name the one that it was for, or take it out.`,
    );
}

/** `a/{b,c}.ts` is `a/b.ts` and `a/c.ts`. */
function alternativesOf(glob: string): string[] {
  const [, before = "", options, after = ""] = glob.match(/^(.*?)\{([^{}]*)\}(.*)$/) ?? [];
  if (options === undefined) return [glob];
  return options.split(",").flatMap((option) => alternativesOf(before + option + after));
}
