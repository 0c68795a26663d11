import { spawnSync } from "node:child_process";

/** Runs a script of a package, or of ours, on this same Node; ends this process where it fails. */
export function run(...args: string[]): void {
  const { status } = spawnSync(process.execPath, args, { stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}

/** Brings new files into the house's format, and prints what is printed from the code. */
export function finish(files: readonly string[]): void {
  run("node_modules/@biomejs/biome/bin/biome", "check", "--write", "--log-level=warn", ...files);
  run("scripts/generate.ts");
  for (const file of files) console.log(`written: ${file}`);
}
