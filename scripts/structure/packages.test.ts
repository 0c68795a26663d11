import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { packageProblems } from "./packages.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "seonchak-packages-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A product with the packages `bundler`, of the given version, and `plugin`, which asks for a bundler. */
function given(bundlerVersion: string, peer: object): void {
  const manifest = { name: "product", version: "1.0.0", dependencies: { bundler: "*", plugin: "*" } };
  const packages = {
    "": manifest,
    "node_modules/bundler": { version: bundlerVersion },
    "node_modules/plugin": { version: "1.0.0", peerDependencies: { bundler: "^2.0.0" }, ...peer },
  };
  const lock = { ...manifest, lockfileVersion: 3, requires: true, packages };
  writeFileSync(join(folder, "package.json"), JSON.stringify(manifest));
  writeFileSync(join(folder, "package-lock.json"), JSON.stringify(lock));
}

describe("the locked packages", () => {
  it("are named where another package wants a different version of them", () => {
    given("1.0.0", {});
    expect(packageProblems(folder)).toEqual([
      expect.stringContaining("package-lock.json: invalid: bundler@1.0.0."),
    ]);
  });

  it("are named also where that package can do without them", () => {
    given("1.0.0", { peerDependenciesMeta: { bundler: { optional: true } } });
    expect(packageProblems(folder)).toHaveLength(1);
  });

  it("are fine where each gets the version that it asks for", () => {
    given("2.1.0", {});
    expect(packageProblems(folder)).toEqual([]);
  });
});
