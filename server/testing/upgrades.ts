import { randomBytes } from "node:crypto";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { expect, inject, onTestFinished } from "vitest";

/** An empty database of its own. */
export async function givenDatabase(): Promise<postgres.Sql> {
  const admin = postgres(inject("adminUrl"), { max: 1, onnotice: () => {} });
  const name = `seonchak_upgrade_${randomBytes(4).toString("hex")}`;
  await admin.unsafe(`CREATE DATABASE ${name}`);
  const url = new URL(inject("adminUrl"));
  url.pathname = `/${name}`;
  // The equations are checked beside each other.
  const sql = postgres(url.href, { max: 2, onnotice: () => {} });
  onTestFinished(async () => {
    await sql.end();
    await admin.unsafe(`DROP DATABASE ${name} WITH (FORCE)`);
    await admin.end();
  });
  return sql;
}

/** The migrations of a release before one of them. */
export function migrationsBefore(tag: string): string {
  const folder = mkdtempSync(join(tmpdir(), "seonchak-release-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  cpSync("db/migrations", folder, { recursive: true });
  const journal = join(folder, "meta/_journal.json");
  const known = JSON.parse(readFileSync(journal, "utf8"));
  const entries = known.entries.slice(
    0,
    known.entries.findIndex((entry: { tag: string }) => entry.tag === tag),
  );
  expect(entries.length).toBeGreaterThan(0);
  writeFileSync(journal, JSON.stringify({ ...known, entries }));
  return folder;
}
