import { globSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { readSide } from "#server/architecture.mjs";
import type { Operation } from "#server/platform/operation/command.ts";
import type { TrpcCall } from "./operations.ts";

/** What a root router serves, by path: `holds.release`. */
export type Procedures = Readonly<Record<string, { readonly _def: { readonly type: string } }>>;

/**
 * The calls of the tRPC router. A procedure does not tell which operation it serves; its line in `router.ts` does;
 * a subscription serves none.
 */
export async function trpcCalls(procedures: Procedures): Promise<TrpcCall[]> {
  const paths = Object.keys(procedures).filter((path) => procedures[path]?._def.type !== "subscription");
  const domains = [...new Set(paths.map(domainOf))];
  const known = new Map(
    await Promise.all(domains.map(async (name) => [name, await operationsOf(name)] as const)),
  );
  return paths.map((path) => {
    const operation = known.get(domainOf(path))?.[operationNameOf(path)];
    if (!operation) throw new Error(`tRPC ${path}: its operation is not exported by the domain.`);
    return { path, operation };
  });
}

/** The domain of a procedure: `seatMaps.list` is of `seat-maps`. */
const domainOf = (path: string): string =>
  (path.split(".")[0] ?? "").replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

function operationNameOf(path: string): string {
  const [, name] = path.split(".");
  const file = `server/${domainOf(path)}/router.ts`;
  const line = new RegExp(`\\b${name}: (?:query|mutation)\\((\\w+)\\)`).exec(readFileSync(file, "utf8"));
  if (!line?.[1]) throw new Error(`${file}: ${name} is not one line such as "${name}: query(getThing)".`);
  return line[1];
}

/** What a domain's commands and queries export, by name. */
async function operationsOf(domain: string): Promise<Record<string, Operation>> {
  const has = (pattern: string) =>
    globSync(pattern, { cwd: `server/${domain}`, exclude: ["**/*.test.ts"] }).map((file) =>
      basename(file, ".ts"),
    );
  const modules = await Promise.all([
    ...has(domain === readSide ? "*.ts" : "queries.ts").map((name) => import(`#server/${domain}/${name}.ts`)),
    ...has("commands/*.ts").map((name) => import(`#server/${domain}/commands/${name}.ts`)),
  ]);
  return Object.assign({}, ...modules);
}
