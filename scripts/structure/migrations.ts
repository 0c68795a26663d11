import { spawnSync } from "node:child_process";
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";

interface Journal {
  readonly entries: readonly { readonly tag: string; readonly when: number }[];
}

/**
 * Looks at the migrations: their times, and whether they make the schema that the code declares.
 * @param migrations - the folder of the migrations; `drizzle.config.ts` and the schema are those of the working directory
 * @returns a sentence for each problem that says what to do
 */
export function migrationProblems(migrations: string): string[] {
  return [...timeProblems(migrations), ...schemaProblems(migrations)];
}

/** A migration that is older than the newest one applied is skipped without a word. */
function timeProblems(migrations: string): string[] {
  const { entries }: Journal = JSON.parse(readFileSync(join(migrations, "meta/_journal.json"), "utf8"));
  return entries.flatMap(({ tag, when }, index) => {
    const before = entries[index - 1];
    return before && when <= before.when
      ? [`${migrations}: ${tag} is not newer than ${before.tag}, and would be skipped. Generate it again.`]
      : [];
  });
}

/** Lets drizzle-kit continue a copy of the folder: it writes a migration where the schema says more than they do. */
function schemaProblems(migrations: string): string[] {
  const directory = mkdtempSync(join(tmpdir(), "seonchak-migrations-"));
  try {
    const copy = join(directory, "migrations");
    cpSync(migrations, copy, { recursive: true });
    const config = join(directory, "drizzle.config.mts");
    // drizzle-kit puts "./" before the path, which an absolute one does not survive.
    const out = JSON.stringify(relative(process.cwd(), copy));
    const base = JSON.stringify(resolve("drizzle.config.ts"));
    writeFileSync(config, `import base from ${base};\nexport default { ...base, out: ${out} };\n`);
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ["node_modules/drizzle-kit/bin.cjs", "generate", "--config", config],
      { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] },
    );
    if (status !== 0) return [`${migrations}: drizzle-kit cannot compare them.\n${stdout}${stderr}`];
    return globSync("*.sql", { cwd: copy }).length > globSync("*.sql", { cwd: migrations }).length
      ? [
          `${migrations}: db/schema/ says more than they do. Run npx drizzle-kit generate --name what_changed.`,
        ]
      : [];
  } finally {
    rmSync(directory, { recursive: true });
  }
}
