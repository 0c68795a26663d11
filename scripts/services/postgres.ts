import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import postgres from "postgres";
import { StartFailure } from "./failure.ts";
import { findLeftover, rememberService, stopForeign } from "./identity.ts";
import { loadPostgresPrograms, type Runner, runnerFor } from "./postgres-programs.ts";
import { bareEnvironment, lastLines, type ServiceProcess, spawnService, untilReady } from "./process.ts";

const READY_SECONDS = 60;
const STOP_SECONDS = 30;
const START_TRIES = 5;

export interface PostgresOptions {
  /** Directory of this server, made when absent: its data, its password and its log. */
  readonly directory: string;
  readonly port: number;
  /** Settings of postgresql.conf, over the defaults below. */
  readonly settings?: Readonly<Record<string, string>>;
  /** The directory is thrown away when the caller dies without stopping the server. */
  readonly temporary?: boolean;
  /** How long it may take to be ready, a minute by default. */
  readonly readySeconds?: number;
}

export interface RunningPostgres {
  readonly port: number;
  readonly ended: Promise<void>;
  /** The address of one database of this server, as its superuser. */
  url(database: string): string;
  /** Fast shutdown: connections are cut, everything committed is kept. */
  stop(): Promise<void>;
}

const defaults: Readonly<Record<string, string>> = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: "200",
  shared_buffers: "256MB",
  max_wal_size: "2GB",
  checkpoint_completion_target: "0.9",
  random_page_cost: "1.1",
  jit: "off",
  timezone: "UTC",
  log_timezone: "UTC",
  log_min_messages: "warning",
};

/**
 * Starts the embedded PostgreSQL on 127.0.0.1, and makes its data directory first when there is none. A server left over
 * from a launcher that was killed is stopped first, so the caller must hold the lock on the directory.
 * @throws StartFailure with the end of the server's log when it does not come up.
 */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const programs = await loadPostgresPrograms();
  const data = join(options.directory, "data");
  const logFile = join(options.directory, "postgres.log");
  mkdirSync(options.directory, { recursive: true });
  const runner = await runnerFor(options.directory, programs);
  const remembered = join(options.directory, "started.json");
  await stopLeftover(data, remembered);
  if (!existsSync(data)) await initialise(options.directory, data, programs.initdb, runner);
  const password = readFileSync(join(options.directory, "password"), "utf8").trim();
  const url = (database: string) => `postgres://postgres:${password}@127.0.0.1:${options.port}/${database}`;

  for (let attempt = 1; ; attempt++) {
    const process = launch(options, { program: programs.postgres, data, logFile, runner });
    rememberService(remembered, process.pid);
    const ready = await untilReady(() => acceptsQueries(url("postgres")), {
      seconds: options.readySeconds ?? READY_SECONDS,
      ended: process.ended,
    });
    if (ready)
      return { port: options.port, ended: process.ended, url, stop: () => process.stop(STOP_SECONDS) };
    await process.stop(STOP_SECONDS);
    // The children of a server that was killed hold its shared memory for a moment longer.
    if (attempt === START_TRIES || !lastLines(logFile).includes("shared memory")) {
      throw new StartFailure(`PostgreSQL did not start. The end of ${logFile}:\n${lastLines(logFile)}`);
    }
    await sleep(1000);
  }
}

function launch(
  options: PostgresOptions,
  { program, data, logFile, runner }: { program: string; data: string; logFile: string; runner: Runner },
): ServiceProcess {
  const settings = { ...defaults, ...options.settings };
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const [command, ...args] = [...runner.prefix, program, "-D", data, "-p", String(options.port), ...flags];
  return spawnService({
    program: command ?? program,
    args,
    logFile,
    uid: runner.uid,
    gid: runner.gid,
    stopSignal: "SIGINT",
    temporaryDirectory: options.temporary ? options.directory : undefined,
  });
}

/** Made beside its place and renamed when complete, so that an interrupted first start leaves no half database. */
async function initialise(directory: string, data: string, initdb: string, runner: Runner): Promise<void> {
  const unfinished = `${data}.new`;
  const passwordFile = join(directory, "password");
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  writeFileSync(passwordFile, `${randomBytes(24).toString("hex")}\n`, { mode: 0o600 });
  for (const path of [unfinished, passwordFile]) {
    if (runner.owner !== undefined) chownSync(path, runner.owner.uid, runner.owner.gid);
  }
  const [command, ...args] = [
    ...runner.prefix,
    initdb,
    `--pgdata=${unfinished}`,
    "--username=postgres",
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale=C",
    // Bytes decide the order, as in C, but upper and lower case know every letter.
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
  ];
  try {
    await promisify(execFile)(command ?? initdb, args, {
      env: bareEnvironment(),
      ...(runner.uid === undefined ? {} : { uid: runner.uid, gid: runner.gid }),
    });
  } catch (error) {
    const { stderr, message } = error as { stderr?: string; message: string };
    throw new StartFailure(
      `PostgreSQL could not make its files in ${directory}:\n${(stderr || message).trim()}`,
    );
  }
  renameSync(unfinished, data);
}

async function stopLeftover(data: string, remembered: string): Promise<void> {
  const pidFile = join(data, "postmaster.pid");
  const pid = existsSync(pidFile) ? Number.parseInt(readFileSync(pidFile, "utf8"), 10) || 0 : 0;
  const leftover = findLeftover({ remembered, pid, program: "postgres", directory: data });
  if (leftover) await stopForeign(leftover, "SIGINT", STOP_SECONDS);
  // After a crash the file stays, and stops the next start when another process has the id that it names.
  rmSync(pidFile, { force: true });
}

/** Whether the server of `url` runs queries now. */
export async function acceptsQueries(url: string): Promise<boolean> {
  const sql = postgres(url, { max: 1, connect_timeout: 2, onnotice: () => {} });
  try {
    await sql`SELECT 1`;
    return true;
  } catch {
    return false;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** Creates `name` on the server of `adminUrl` unless it is there. */
export async function ensureDatabase(adminUrl: string, name: string): Promise<void> {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => {} });
  try {
    const found = await sql`SELECT 1 FROM pg_database WHERE datname = ${name}`;
    if (found.length === 0) await sql`CREATE DATABASE ${sql(name)}`;
  } finally {
    await sql.end();
  }
}
