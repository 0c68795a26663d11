import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { digestSources, isBuildStale } from "./build.ts";

let root: string;
const put = (path: string, text: string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "seonchak-build-"));
  put("app/page.tsx", "page");
  put("server/holds/store.ts", "store");
  put("package-lock.json", "{}");
  put(".next/source-digest", digestSources(root));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe("the pages", () => {
  it("are built once for the same sources", () => expect(isBuildStale(root)).toBe(false));

  it.each([
    ["a page", "app/page.tsx"],
    ["a new page", "app/(shop)/events/page.tsx"],
    ["the server", "server/holds/store.ts"],
    ["the database", "db/schema/holds.ts"],
    ["an installed package", "package-lock.json"],
    ["a picture", "public/icon-192.png"],
    ["the configuration", "next.config.js"],
  ])("are stale when %s has changed", (_what, path) => {
    put(path, "changed");
    expect(isBuildStale(root)).toBe(true);
  });

  it.each(["server/holds/store.test.ts", "server/testing/given.ts", "README.md", "tsconfig.json"])(
    "do not depend on %s",
    (path) => {
      put(path, "changed");
      expect(isBuildStale(root)).toBe(false);
    },
  );

  it("are stale when a file has only moved", () => {
    rmSync(join(root, "app/page.tsx"));
    put("app/other.tsx", "page");
    expect(isBuildStale(root)).toBe(true);
  });

  it("are stale when the last build did not end", () => {
    rmSync(join(root, ".next/source-digest"));
    expect(isBuildStale(root)).toBe(true);
  });
});
