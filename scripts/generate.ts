import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { machines } from "#server/machines.ts";
import { guardSql } from "./generate/guards.ts";
import { stateMachinesPage } from "./generate/state-machines.ts";

/** Every generated file and what belongs in it. */
const files: Record<string, () => string | Promise<string>> = {
  "db/generated/guards.sql": () =>
    machines.flatMap(({ machine, table }) => (table ? [guardSql(machine, table)] : [])).join("\n"),
  "docs/state-machines.md": () => stateMachinesPage(machines),
};

const check = process.argv.includes("--check");
const stale: string[] = [];
for (const [path, print] of Object.entries(files)) {
  const text = await print();
  if (read(path) === text) continue;
  stale.push(path);
  if (check) continue;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
if (stale.length > 0) console.log(`${check ? "stale" : "written"}: ${stale.join(", ")}`);
if (check && stale.length > 0) process.exit(1);

function read(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
