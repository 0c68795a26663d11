import { existsSync, readdirSync } from "node:fs";
import { chmod, chown, copyFile, cp, mkdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import postgres from "postgres";
import { openDataDirectory } from "../services/data-directory.ts";
import { StartFailure } from "../services/failure.ts";
import { freePort } from "../services/loopback.ts";
import { startPostgres } from "../services/postgres.ts";
import { loadPostgresPrograms, runnerFor } from "../services/postgres-programs.ts";
import { archiveSettings, prepareArchive } from "./archive.ts";
import { type Base, baseFor, listBases } from "./bases.ts";
import { copyTree } from "./copy-tree.ts";

/** A day's log may have to be replayed. */
const REPLAY_SECONDS = 6 * 3600;

export interface Restoration {
  readonly backupDirectory: string;
  /** A data directory of the app, new or empty. */
  readonly into: string;
  /** The end of what was archived, where it is left out. */
  readonly to?: Date | undefined;
  readonly say: (text: string) => void;
}

/**
 * Makes a data directory from a backup, with the database as it was at a moment.
 * @returns when the last transaction ended that is in it
 * @throws StartFailure when that moment is in no backup
 */
export async function restoreBackup(restoration: Restoration): Promise<Date | undefined> {
  const { backupDirectory, into, to, say } = restoration;
  const base = chosenBase(restoration);
  if (existsSync(into) && readdirSync(into).length > 0)
    throw new StartFailure(`${into} is not empty: a backup is restored into a directory of its own.`);
  using directory = openDataDirectory(into, "a restoration");
  say(`The copy of ${base.endedAt} is taken`);
  await layOut(base, directory.path);
  const files = join(resolve(backupDirectory), "files");
  if (existsSync(files)) await cp(files, join(directory.path, "files"), { recursive: true });
  say("The log after it is replayed");
  const serverDirectory = join(directory.path, "postgres");
  await prepareArchive(backupDirectory, serverDirectory);
  const target: Record<string, string> = to
    ? // PostgreSQL knows no names of zones, such as Z, where it reads this.
      { recovery_target_time: to.toISOString().replace("Z", "+00"), recovery_target_action: "promote" }
    : {};
  const server = await startPostgres({
    directory: serverDirectory,
    port: await freePort(),
    settings: {
      // With the archive, so that this restoration has a number that no other one takes.
      ...archiveSettings(backupDirectory),
      ...target,
      recovery_target_timeline: "current",
      // It then takes connections when it is at its end.
      hot_standby: "off",
    },
    readySeconds: REPLAY_SECONDS,
  }).catch((error: Error) => {
    throw /recovery ended before configured recovery target/.test(error.message)
      ? new StartFailure(
          `The archive ends before ${to?.toISOString()}: a server archives each minute, and when it is stopped. Leave --to out for its end.`,
        )
      : error;
  });
  const sql = postgres(server.url("postgres"), { max: 1 });
  const [reached] = await sql`select pg_last_xact_replay_timestamp() as at`;
  await sql.end();
  await server.stop();
  return (reached?.at as Date | null) ?? undefined;
}

function chosenBase({ backupDirectory, to }: Restoration): Base {
  const bases = listBases(backupDirectory);
  const base = to ? baseFor(bases, to) : bases.at(-1);
  if (base) return base;
  const [first] = bases;
  throw new StartFailure(
    first
      ? `No backup is as old as that: the oldest moment is ${first.endedAt}.`
      : `There is no backup in ${resolve(backupDirectory)}: take one with npm run backup.`,
  );
}

/** The files as the embedded server expects them, owned by the user that it runs as. */
async function layOut(base: Base, dataDirectory: string): Promise<void> {
  const server = join(dataDirectory, "postgres");
  await mkdir(server);
  // PostgreSQL may run as a user of its own, who must be able to enter.
  await chmod(dataDirectory, 0o755);
  const { owner } = await runnerFor(server, await loadPostgresPrograms());
  await copyTree(join(base.path, "data"), join(server, "data"), { owner });
  await writeFile(join(server, "data", "recovery.signal"), "");
  await copyFile(join(base.path, "password"), join(server, "password"));
  if (owner)
    for (const name of ["data/recovery.signal", "password"])
      await chown(join(server, name), owner.uid, owner.gid);
  const secrets = join(base.path, "secrets.json");
  if (existsSync(secrets)) await copyFile(secrets, join(dataDirectory, "secrets.json"));
}
