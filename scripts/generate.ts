import { globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import { logFields, redisKeys } from "#db/privacy/elsewhere.ts";
import { tableUses } from "#db/privacy/tables.ts";
import * as architecture from "#server/architecture.mjs";
import { machines } from "#server/machines.ts";
import { variables } from "#server/platform/config/env-variables.ts";
import { decisionsPage } from "./generate/decisions.ts";
import { domainsPage } from "./generate/domains.ts";
import { environmentPage } from "./generate/environment.ts";
import { errorsPage } from "./generate/errors.ts";
import { guardSql } from "./generate/guards.ts";
import { metricsPage } from "./generate/metrics.ts";
import { openApiTypes } from "./generate/openapi-types.ts";
import { operationsPage } from "./generate/operations.ts";
import { privacyPage } from "./generate/privacy.ts";
import { loadProduct } from "./generate/product.ts";
import { stateMachinesPage } from "./generate/state-machines.ts";

const product = await loadProduct();

/** Every generated file and what belongs in it. */
const files: Readonly<Record<string, string>> = {
  "db/generated/guards.sql": machines
    .flatMap(({ machine, table }) => (table ? [guardSql(machine, table)] : []))
    .join("\n"),
  "docs/decisions/README.md": decisionsPage(
    globSync("docs/decisions/[0-9]*.md")
      .sort()
      .map((path) => ({ name: basename(path), text: readFileSync(path, "utf8") })),
  ),
  "docs/generated/domains.md": domainsPage(architecture),
  "docs/generated/environment.md": environmentPage(variables),
  "docs/generated/errors.md": errorsPage(product.errorRegistry),
  "docs/generated/metrics.md": metricsPage(product.metrics),
  "docs/generated/openapi.json": `${JSON.stringify(product.openApi, null, 2)}\n`,
  "docs/generated/openapi.d.ts": await openApiTypes(product.openApi),
  "docs/generated/operations.md": operationsPage(product.routes, product.trpcCalls),
  "docs/generated/state-machines.md": stateMachinesPage(machines),
  "docs/privacy.md": privacyPage({ tables: tableUses, redis: redisKeys, log: logFields }),
};

const check = process.argv.includes("--check");
const stale = Object.entries(files).filter(([path, text]) => read(path) !== text);
for (const [path, text] of stale) {
  if (check) {
    console.error(`${path} is stale: run npm run generate.`);
    continue;
  }
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  console.log(`written: ${path}`);
}
process.exitCode = check && stale.length > 0 ? 1 : 0;

function read(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
