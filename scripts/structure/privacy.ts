import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { nameOf } from "#db/privacy/declare.ts";
import { tableUses } from "#db/privacy/tables.ts";

/**
 * Looks for tables of which nothing says what they are for. Of a declared table the compiler finds each missing column.
 * @param root - the directory that has `db/schema/`
 * @param declared - the names of the tables of db/privacy/
 * @returns a sentence for each that says what to do
 */
export function privacyProblems(
  root: string,
  declared: readonly string[] = tableUses.map(({ table }) => nameOf(table)),
): string[] {
  return globSync("db/schema/*.ts", { cwd: root }).flatMap((file) =>
    [...readFileSync(join(root, file), "utf8").matchAll(/pgTable\(\s*"([^"]+)"/g)]
      .map(([, name = ""]) => name)
      .filter((name) => !declared.includes(name))
      .map(
        (name) =>
          `${file}: say in db/privacy/ what ${name} and its columns are for and how long they are kept.`,
      ),
  );
}
