import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { slowTestProblems } from "./slow-tests.ts";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "slow-tests-"));
});
afterEach(() => rmSync(root, { recursive: true }));

function plant(file: string, text = "") {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}

it("names each test that is not there", () => {
  plant(
    "vitest.config.ts",
    'const slow = ["server/auth/{queries,log-in}.db.test.ts", "server/gone/*.db.test.ts"];\n',
  );
  plant("server/auth/queries.db.test.ts");
  expect(slowTestProblems(root)).toEqual([
    expect.stringContaining("server/auth/log-in.db.test.ts"),
    expect.stringContaining("server/gone/*.db.test.ts"),
  ]);
});
