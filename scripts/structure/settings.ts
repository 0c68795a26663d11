import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type VariableName, variables } from "../../server/platform/config/env-variables.ts";

/** Where settings are declared and judged, which is no use of them. */
const DECLARED = ["server/platform/config/env-variables.ts", "server/platform/config/env-rules.ts"];
const SOURCES = ["server/**/*.ts", "app/**/*.{ts,tsx}", "scripts/**/*.{ts,mjs}", "db/**/*.ts", "*.ts"];

/**
 * Looks for settings that the docs have and that no code reads.
 * @returns a sentence for each
 */
export function settingProblems(root: string, names = Object.keys(variables) as VariableName[]): string[] {
  const files = globSync(SOURCES, { cwd: root }).filter(
    (file) => !DECLARED.includes(file) && !/\.test\.ts$|^server\/testing\//.test(file),
  );
  const sources = files.map((file) => readFileSync(join(root, file), "utf8")).join("\n");
  return names
    .filter((name) => !readerOf(name).test(sources))
    .map((name) => `${name} is a setting that nothing reads: remove it from env-variables.ts.`);
}

/** `env.NAME`, or `{ NAME } = env` and the launcher's `values`. */
const readerOf = (name: string): RegExp =>
  new RegExp(
    `\\b(?:env|values)\\.${name}\\b|\\{[^{}]*\\b${name}\\b[^{}]*\\}\\s*(?:=\\s*(?:settings\\.)?|:\\s*)(?:env|values|Values|Place)\\b`,
  );
