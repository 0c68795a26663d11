import { existsSync } from "node:fs";
import { copyFile, cp, rename, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import postgres from "postgres";
import type { z } from "zod";
import { StartFailure } from "../services/failure.ts";
import { archiveOf } from "./archive.ts";
import { type About, basesOf, deleteOld } from "./bases.ts";
import { copyRunning } from "./copy-running.ts";

export interface Backup {
  readonly dataDirectory: string;
  readonly backupDirectory: string;
  /** The address of the running database of that directory, for its superuser. */
  readonly url: string;
  readonly keepDays: number;
  readonly say: (text: string) => void;
}

/**
 * Copies a running database, its secrets and the uploaded files. With the log, which the server archives by itself, every
 * moment after that can be restored.
 * @returns what the copy is
 * @throws StartFailure when that server does not archive its log to this directory
 */
export async function takeBackup(backup: Backup): Promise<z.infer<typeof About>> {
  const { dataDirectory, backupDirectory, url, keepDays, say } = backup;
  const unfinished = join(basesOf(backupDirectory), "unfinished.new");
  // It warns while it still waits for its archive.
  const onnotice = ({ severity, message = "" }: postgres.Notice) => severity === "WARNING" && say(message);
  const sql = postgres(url, { max: 1, max_lifetime: null, onnotice });
  try {
    await requireArchive(sql, backupDirectory);
    await rm(unfinished, { recursive: true, force: true });
    const about = await copyRunning(sql, join(dataDirectory, "postgres", "data"), join(unfinished, "data"));
    await copyFile(join(dataDirectory, "postgres", "password"), join(unfinished, "password"));
    const secrets = join(dataDirectory, "secrets.json");
    if (existsSync(secrets)) await copyFile(secrets, join(unfinished, "secrets.json"));
    // After the database: a file without a row does no harm. A file is never changed.
    const files = join(dataDirectory, "files");
    if (existsSync(files))
      await cp(files, join(resolve(backupDirectory), "files"), { recursive: true, force: false });
    await writeFile(join(unfinished, "about.json"), JSON.stringify(about), { flush: true });
    await rename(unfinished, join(basesOf(backupDirectory), about.endedAt.replaceAll(":", "")));
    const deleted = deleteOld(backupDirectory, keepDays, new Date(about.endedAt));
    if (deleted > 0) say(`Older than ${keepDays} days, and deleted: ${deleted}`);
    return about;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

async function requireArchive(sql: postgres.Sql, backupDirectory: string): Promise<void> {
  const [row] = await sql`
    select current_setting('archive_mode') = 'on' as on, current_setting('archive_command') as command`;
  if (row?.on && String(row.command).includes(archiveOf(backupDirectory))) return;
  throw new StartFailure(
    `The database does not keep its log in ${resolve(backupDirectory)}: start the app with BACKUP_DIR set to it, and take the backup then.`,
  );
}
