import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { patient } from "#server/testing/patience.ts";
import { orderProblems, rareNames, structureProblems } from "./vocabulary.ts";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "seonchak-structure-"));
});
afterEach(() => rmSync(root, { recursive: true }));

function plant(file: string, text = "export {};\n", tree = root): void {
  mkdirSync(dirname(join(tree, file)), { recursive: true });
  writeFileSync(join(tree, file), text);
}

describe("the vocabulary", () => {
  it("names an unknown file and says what there is", () => {
    plant("server/holds/utils.ts");
    expect(structureProblems(root)).toEqual([expect.stringContaining("policy.ts (pure rules)")]);
  });

  it("names a word that only one domain uses", () => {
    plant("server/holds/policy.ts");
    plant("server/orders/refusals.policy.ts");
    plant("server/holds/lua.ts");
    const problems = rareNames(root);
    expect(problems).toContainEqual(expect.stringContaining("fewer than two domains have lua.ts"));
    expect(problems.join()).not.toContain("policy.ts.");
  });

  it("names a file that outgrew its budget, and a domain that is not declared", () => {
    plant("server/holds/store.ts", "\n".repeat(251));
    plant("server/raffle/contract.ts");
    expect(structureProblems(root)).toEqual([
      expect.stringMatching(/251 lines.* <subject>\.store\.ts/),
      expect.stringContaining("server/raffle: name it"),
    ]);
  });
});

it("names a file that is in no room of the platform", () => {
  plant("server/platform/redis/script.ts");
  expect(structureProblems(root)).toEqual([]);
  plant("server/platform/script.ts");
  expect(structureProblems(root)).toEqual([
    expect.stringContaining("server/platform/script.ts: the platform"),
  ]);
});

it("names a domain that uses one that does not come before it", () => {
  expect(orderProblems({ catalog: [], holds: ["catalog"] })).toEqual([]);
  expect(orderProblems({ catalog: ["holds"], holds: ["catalog"] })).toEqual([
    expect.stringContaining("catalog uses holds"),
  ]);
});

describe("the boundaries", () => {
  const crossings = [
    ["catalog-uses-only-what-it-declares", "server/catalog/queries.ts", "server/holds/contract.ts"],
    ["catalog-reads-only-the-tables-it-declares", "server/catalog/store.ts", "db/schema/holds.ts"],
    ["platform-knows-no-domain", "server/platform/operation/audit.ts", "db/schema/orders.ts"],
    ["domain-internals-are-private", "server/holds/queries.ts", "server/catalog/policy.ts"],
    ["platform-knows-no-domain", "server/platform/operation/command.ts", "server/catalog/contract.ts"],
    ["schema-sees-only-machines", "db/schema/holds.ts", "server/holds/store.ts"],
    ["components-are-for-browsers", "components/holds/button.ts", "server/holds/store.ts"],
    ["components-are-for-browsers", "components/holds/button.ts", "server/holds/policy.ts"],
    ["components-take-types-of-schemas", "components/holds/button.ts", "server/holds/contract.ts"],
    ["values-have-no-schema", "server/holds/values.ts", "server/catalog/contract.ts"],
    ["pages-open-no-stores", "app/page.ts", "db/client.ts"],
    ["reports-only-read", "server/reports/queries.ts", "server/holds/store.ts"],
    ["reports-stand-above-every-domain", "server/catalog/queries.ts", "server/reports/queries.ts"],
    ["no-cycles", "server/orders/queries.ts", "server/orders/store.ts"],
  ] as const;

  let found: string;
  beforeAll(() => {
    const tree = mkdtempSync(join(tmpdir(), "seonchak-boundaries-"));
    found = cruise(tree, crossings);
    rmSync(tree, { recursive: true });
  }, patient(30_000));

  it.each(crossings)("%s fires at %s", (rule, from, to) => {
    expect(found).toContain(`error ${rule}: ${from} → ${to}`);
  });
});

/** Plants the imports of all `crossings` in `tree`, and says what the rules find there. */
function cruise(tree: string, crossings: readonly (readonly [string, string, string])[]): string {
  const texts = new Map<string, string>();
  const add = (file: string, text: string) => texts.set(file, (texts.get(file) ?? "export {};\n") + text);
  const importOf = (from: string, to: string) =>
    `import "${"../".repeat(from.split("/").length - 1)}${to}";\n`;
  for (const [rule, from, to] of crossings) {
    add(from, importOf(from, to));
    add(to, rule === "no-cycles" ? importOf(to, from) : "");
  }
  for (const [file, text] of texts) plant(file, text, tree);
  for (const file of [".dependency-cruiser.mjs", "server/architecture.mjs", "tsconfig.json"])
    cpSync(file, join(tree, file));
  const program = join(process.cwd(), "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
  const folders = new Set([...texts.keys()].map((file) => file.split("/")[0] ?? ""));
  const args = [program, "--config", ".dependency-cruiser.mjs", ...folders];
  const { stdout } = spawnSync(process.execPath, args, { cwd: tree, encoding: "utf8" });
  // The way round a cycle is written over several lines.
  return stdout.replaceAll(/\s+/g, " ");
}
