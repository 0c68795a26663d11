import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { patient } from "#server/testing/patience.ts";
import { orderProblems, rareNames, structureProblems } from "./vocabulary.ts";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "seonchak-structure-"));
});
afterEach(() => rmSync(root, { recursive: true }));

function plant(file: string, text = "export {};\n"): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
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
  it.each([
    ["catalog-uses-only-what-it-declares", "server/catalog/queries.ts", "server/holds/contract.ts"],
    ["catalog-reads-only-the-tables-it-declares", "server/catalog/store.ts", "db/schema/holds.ts"],
    ["platform-knows-no-domain", "server/platform/operation/audit.ts", "db/schema/orders.ts"],
    ["domain-internals-are-private", "server/holds/queries.ts", "server/catalog/policy.ts"],
    ["platform-knows-no-domain", "server/platform/operation/command.ts", "server/catalog/contract.ts"],
    ["schema-sees-only-machines", "db/schema/holds.ts", "server/holds/store.ts"],
    ["components-are-for-browsers", "components/holds/button.ts", "server/holds/store.ts"],
    ["components-are-for-browsers", "components/holds/button.ts", "server/holds/policy.ts"],
    ["pages-open-no-stores", "app/page.ts", "db/client.ts"],
    ["reports-only-read", "server/reports/queries.ts", "server/holds/store.ts"],
    ["reports-stand-above-every-domain", "server/catalog/queries.ts", "server/reports/queries.ts"],
    ["no-cycles", "server/catalog/queries.ts", "server/catalog/store.ts"],
  ])(
    "%s fires",
    (rule, from, to) => {
      const up = "../".repeat(from.split("/").length - 1);
      plant(from, `import "${up}${to}";\n`);
      plant(to, rule === "no-cycles" ? `import "./queries.ts";\n` : undefined);
      for (const file of [".dependency-cruiser.mjs", "server/architecture.mjs", "tsconfig.json"]) {
        plant(file, "");
        cpSync(file, join(root, file));
      }
      const cruise = join(process.cwd(), "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
      const folders = [from, to].map((file) => file.split("/")[0] ?? "");
      const { stdout } = spawnSync(
        process.execPath,
        [cruise, "--config", ".dependency-cruiser.mjs", ...new Set(folders)],
        {
          cwd: root,
          encoding: "utf8",
        },
      );
      expect(stdout).toContain(`error ${rule}:`);
    },
    patient(30_000),
  );
});
