import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { domains, publicOfStores } from "#server/architecture.mjs";

const IMPORT = /^import (?:type )?\{([^}]*)\} from "([^"]+store\.ts)";/gm;

/**
 * Looks for what domains import of the stores of others: only what `publicOfStores` names, and all of that.
 * @param root - the directory that has `server/`
 * @param allowed - by domain, what others may use of its stores
 * @returns a sentence for each problem that says what to do
 */
export function storeProblems(
  root: string,
  allowed: Readonly<Record<string, readonly string[]>> = publicOfStores,
): string[] {
  const files = globSync(`server/{${Object.keys(domains)}}/**/*.ts`, {
    cwd: root,
    exclude: ["**/*.test.ts"],
  });
  const uses = files.flatMap((file) => usesOf(root, file));
  const isUsed = (domain: string, name: string) =>
    uses.some((use) => use.domain === domain && use.name === name);
  return [
    ...uses
      .filter(({ domain, name }) => !allowed[domain]?.includes(name))
      .map(
        ({ file, domain, name }) =>
          `${file}: ${name} of the stores of ${domain} is its own. Use a step or a query, or name it in publicOfStores of server/architecture.mjs.`,
      ),
    ...Object.entries(allowed).flatMap(([domain, names]) =>
      names
        .filter((name) => !isUsed(domain, name))
        .map(
          (name) =>
            `server/architecture.mjs: no other domain uses ${name} of ${domain}. Take it from publicOfStores.`,
        ),
    ),
  ];
}

/** What a file imports of the stores of other domains. */
function usesOf(root: string, file: string) {
  const own = file.split("/")[1];
  return [...readFileSync(join(root, file), "utf8").matchAll(IMPORT)].flatMap(([, names = "", from = ""]) => {
    const path = from.startsWith("#") ? from.slice(1) : join(dirname(file), from);
    const [, domain = ""] = path.split("/");
    if (domain === own || !Object.hasOwn(domains, domain)) return [];
    return names
      .split(",")
      .map((name) =>
        name
          .trim()
          .replace(/^type /, "")
          .replace(/ as .*$/, ""),
      )
      .filter((name) => name !== "")
      .map((name) => ({ file, domain, name }));
  });
}
