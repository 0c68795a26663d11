import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { privacyProblems } from "./privacy.ts";

it("names a table of which nothing says what it is for", () => {
  const root = mkdtempSync(join(tmpdir(), "seonchak-privacy-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  mkdirSync(join(root, "db/schema"), { recursive: true });
  writeFileSync(join(root, "db/schema/auth.ts"), 'pgTable("users", {});\npgTable(\n  "diaries", {});\n');
  expect(privacyProblems(root, ["users"])).toEqual([
    "db/schema/auth.ts: say in db/privacy/ what diaries and its columns are for and how long they are kept.",
  ]);
  expect(privacyProblems(root, ["users", "diaries"])).toEqual([]);
});

it("finds every table of the product declared", () => {
  expect(privacyProblems(".")).toEqual([]);
});
