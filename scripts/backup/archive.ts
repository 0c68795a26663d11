import { spawnSync } from "node:child_process";
import { chmodSync, chownSync, mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { StartFailure } from "../services/failure.ts";
import { loadPostgresPrograms, runnerFor } from "../services/postgres-programs.ts";

const PROGRAM = fileURLToPath(new URL("wal-file.ts", import.meta.url));
/** So much of what was sold may be lost with the disk. */
const ARCHIVE_SECONDS = 60;

/** Where the files of PostgreSQL's log are kept in a directory of backups. */
export const archiveOf = (backupDirectory: string): string => join(resolve(backupDirectory), "wal");

/** With these settings PostgreSQL keeps its log in this directory, and reads it there while it recovers. */
export function archiveSettings(backupDirectory: string): Record<string, string> {
  const archive = archiveOf(backupDirectory);
  const run = (task: string, from: string, to: string) =>
    [process.execPath, PROGRAM, task, from, to].map((word) => quoted(word)).join(" ");
  return {
    archive_mode: "on",
    archive_timeout: String(ARCHIVE_SECONDS),
    archive_command: run("store", "%p", join(archive, "%f.zst")),
    restore_command: run("fetch", join(archive, "%f.zst"), "%p"),
  };
}

/**
 * Makes the archive, for the user as whom the server of `serverDirectory` runs.
 * @throws StartFailure where that user cannot write to it, which PostgreSQL would say in its own log alone
 */
export async function prepareArchive(backupDirectory: string, serverDirectory: string): Promise<void> {
  const archive = archiveOf(backupDirectory);
  mkdirSync(serverDirectory, { recursive: true });
  mkdirSync(archive, { recursive: true });
  chmodSync(archive, 0o700);
  const { prefix, uid, gid, owner } = await runnerFor(serverDirectory, await loadPostgresPrograms());
  if (owner) chownSync(archive, owner.uid, owner.gid);
  if (process.platform === "win32") return;
  const [command = "", ...args] = [...prefix, "test", "-w", archive];
  if (spawnSync(command, args, uid === undefined ? {} : { uid, gid }).status === 0) return;
  throw new StartFailure(
    `BACKUP_DIR ${backupDirectory} cannot be written to by the user that PostgreSQL runs as` +
      `${owner ? ` (id ${owner.uid})` : ""}. Choose a directory that this user can enter.`,
  );
}

/** As every shell reads it. */
function quoted(word: string): string {
  if (/["$`\n]|%(?![pf]\b)/.test(word) || (process.platform !== "win32" && word.includes("\\")))
    throw new StartFailure(
      `PostgreSQL cannot keep its log with ${word}: choose a path without quotes, $, % and \\.`,
    );
  return `"${word}"`;
}
