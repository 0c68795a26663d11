import { spawnSync } from "node:child_process";

/**
 * Looks at the lock of the packages as npm reads it. Where a package does not get the version that it asks of another
 * one, `npm ci` prints pages of warnings, and npm 10 refuses the lock that npm 11 writes.
 * @param root - the folder of `package.json` and `package-lock.json`
 * @returns a sentence for each problem that says what to do
 */
export function packageProblems(root: string): string[] {
  const { stdout } = spawnSync("npm", ["ls", "--all", "--package-lock-only", "--json"], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  const { problems = [] }: { problems?: string[] } = JSON.parse(stdout);
  // npm names the folder of the package, which need not be there.
  const described = problems.map((problem) => problem.split(" /")[0]);
  return [...new Set(described)].map(
    (problem) => `package-lock.json: ${problem}. See npm ls --all --package-lock-only; an override mends it.`,
  );
}
