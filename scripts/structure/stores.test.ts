import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { storeProblems } from "./stores.ts";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "stores-"));
});
afterEach(() => rmSync(root, { recursive: true }));

function plant(path: string, text: string) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

it("lets a domain use what another names of its stores, and nothing else", () => {
  plant(
    "server/checkout/steps/buy.ts",
    `import { type OrderRow, countBegun } from "../../orders/store.ts";\nimport { findOwn } from "../store.ts";\n`,
  );
  expect(storeProblems(root, { orders: ["OrderRow", "countBegun"] })).toEqual([]);
  expect(storeProblems(root, { orders: ["OrderRow"] })).toEqual([
    expect.stringContaining("server/checkout/steps/buy.ts: countBegun of the stores of orders is its own."),
  ]);
});

it("names what no other domain uses", () => {
  plant("server/orders/queries.ts", `import { countBegun } from "./store.ts";\n`);
  expect(storeProblems(root, { orders: ["countBegun"] })).toEqual([
    expect.stringContaining("no other domain uses countBegun of orders"),
  ]);
});
