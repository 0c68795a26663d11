import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { domains } from "#server/architecture.mjs";

/** Comments and strings in quotes, whose words are no SQL. */
const PROSE = /\/\*[\s\S]*?\*\/|(?<!:)\/\/.*|"(?:[^"\\\n]|\\.)*"/g;
/** A clause of raw SQL with the tables that it names: `from holds h, orders o`. */
const CLAUSE = /\b(from|join|update|into)\s+((?:[a-z_]+(?:\s+[a-z_]+)?\s*,\s*)*[a-z_]+)/g;

/**
 * Looks for raw SQL of a domain that reads tables of a domain which it does not declare, or that writes a table which is
 * not its own. Imports of `db/schema/` are checked by the boundary rules, which cannot see names inside of SQL.
 * @param root - the directory that has `server/` and `db/schema/`
 * @returns a sentence for each that says what to do
 */
export function tableProblems(root: string, uses: Readonly<Record<string, readonly string[]>> = domains) {
  const owners = tableOwners(root);
  const files = globSync("server/*/**/*.ts", { cwd: root, exclude: ["**/*.test.ts"] });
  return files.flatMap((file) => {
    const [, domain = ""] = file.split("/");
    const used = uses[domain];
    if (!used) return [];
    return clausesIn(readFileSync(join(root, file), "utf8")).flatMap(({ verb, table }) => {
      const owner = owners.get(table);
      if (!owner || owner === domain || owner === "platform") return [];
      if (verb === "update" || verb === "into")
        return [`${file}: its SQL writes ${table}, which only ${owner} may do. Call a step of ${owner}.`];
      if (used.includes(owner)) return [];
      return [
        `${file}: its SQL reads ${table} of ${owner}. Ask ${owner}, or name it in server/architecture.mjs.`,
      ];
    });
  });
}

/**
 * Looks for SQL that asks an UPDATE for the row as it was. Under two changes at once, Postgres 18 may give an outdated one.
 * @returns a sentence for each that says what to do
 */
export function oldRowProblems(root: string): string[] {
  return globSync("{server,db}/**/*.ts", { cwd: root, exclude: ["**/*.test.ts"] })
    .filter((file) => /`[^`]*\bold\.[a-z_]+[^`]*`/.test(withoutProse(readFileSync(join(root, file), "utf8"))))
    .map(
      (file) => `${file}: its SQL reads old.<column>, which may be outdated. Lock the row and read it first.`,
    );
}

function clausesIn(source: string) {
  return [...withoutProse(source).matchAll(CLAUSE)].flatMap(([, verb = "", tables = ""]) =>
    tables.split(",").map((table) => ({ verb, table: table.trim().split(/\s/)[0] ?? "" })),
  );
}

const withoutProse = (source: string): string => source.replace(PROSE, "");

/** Which domain has which table: `db/schema/<domain>.ts` declares it. */
function tableOwners(root: string): ReadonlyMap<string, string> {
  return new Map(
    globSync("db/schema/*.ts", { cwd: root }).flatMap((file) =>
      [...readFileSync(join(root, file), "utf8").matchAll(/pgTable\(\s*"([^"]+)"/g)].map(
        ([, table = ""]): [string, string] => [table, basename(file, ".ts")],
      ),
    ),
  );
}
