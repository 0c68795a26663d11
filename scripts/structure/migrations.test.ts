import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { patient } from "#server/testing/patience.ts";
import { migrationProblems } from "./migrations.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "seonchak-journal-"));
  cpSync("db/migrations", folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

function change(file: string, edit: (content: Record<string, unknown>) => void): void {
  const content = JSON.parse(readFileSync(join(folder, file), "utf8"));
  edit(content);
  writeFileSync(join(folder, file), JSON.stringify(content));
}

describe("the migrations", { timeout: patient(30_000) }, () => {
  it("are named where one is not newer than the one before it", () => {
    change("meta/_journal.json", ({ entries }) => {
      const [first, second] = entries as { when: number }[];
      Object.assign(second ?? {}, { when: first?.when });
    });
    expect(migrationProblems(folder)).toEqual([expect.stringContaining("0001_first_sale is not newer than")]);
  });

  it("are too few where the schema has a table that they do not make", () => {
    const [newest = ""] = globSync("meta/*_snapshot.json", { cwd: folder }).sort().reverse();
    change(newest, ({ tables }) => Reflect.deleteProperty(tables as object, "public.sandbox_payments"));
    expect(migrationProblems(folder)).toEqual([expect.stringContaining("db/schema/ says more")]);
  });
});
