import { spawnSync } from "node:child_process";
import { chmodSync, chownSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { freePort } from "#scripts/services/loopback.ts";
import { lastLines, spawnService, untilReady } from "#scripts/services/process.ts";

const PROGRAM = ["pgbouncer", "/usr/sbin/pgbouncer"].find(
  (name) => spawnSync(name, ["--version"]).status === 0,
);

/** Debian's package `pgbouncer` brings it. */
export const hasPgbouncer = PROGRAM !== undefined;

/** It refuses to run as root. */
const NOBODY = { uid: 65_534, gid: 65_534 };

export interface Pgbouncer {
  /** The address of the same database for the same role, through the pooler. */
  url(direct: string): string;
  /** Closes its connections to Postgres, and opens new ones. */
  reconnect(): Promise<void>;
  /** Leads to another server from now on, with the same databases and roles. */
  leadTo(direct: string): Promise<void>;
  /** Ends it at once and starts it again. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a PgBouncer before the Postgres of `users`, with the roles that these addresses name. */
export async function startPgbouncer(
  mode: "transaction" | "session",
  users: readonly string[],
): Promise<Pgbouncer> {
  const directory = mkdtempSync(join(tmpdir(), "seonchak-pgbouncer-"));
  const port = await freePort();
  const settings = join(directory, "pgbouncer.ini");
  const passwords = join(directory, "users.txt");
  const [first = ""] = users;
  const lead = (direct: string) => {
    const { hostname, port: serverPort } = new URL(direct);
    writeFileSync(
      settings,
      `[databases]
* = host=${hostname} port=${serverPort}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = plain
auth_file = ${passwords}
admin_users = admin
pool_mode = ${mode}
default_pool_size = 20
`,
    );
  };
  lead(first);
  const roles = users
    .map((url) => new URL(url))
    .map(({ username, password }) => `"${username}" "${password}"`);
  writeFileSync(passwords, ['"admin" "admin"', ...roles].map((line) => `${line}\n`).join(""));
  const isRoot = userInfo().uid === 0;
  chmodSync(directory, 0o755);
  if (isRoot) for (const file of [settings, passwords]) chownSync(file, NOBODY.uid, NOBODY.gid);
  const logFile = join(directory, "pgbouncer.log");
  const launch = () =>
    spawnService({
      program: PROGRAM ?? "pgbouncer",
      args: [settings],
      logFile,
      ...(isRoot ? NOBODY : {}),
      stopSignal: "SIGTERM",
    });
  let process = launch();
  const asAdmin = async (statement: string) => {
    const options = { max: 1, prepare: false, fetch_types: false, connect_timeout: 1, onnotice: () => {} };
    const sql = postgres(`postgres://admin:admin@127.0.0.1:${port}/pgbouncer`, options);
    await sql
      .unsafe(statement)
      .simple()
      .finally(() => sql.end({ timeout: 1 }));
  };
  const isReady = () =>
    asAdmin("SHOW VERSION").then(
      () => true,
      () => false,
    );
  const answering = async () => {
    if (!(await untilReady(isReady, { seconds: 20, ended: process.ended })))
      throw new Error(`PgBouncer did not start:\n${lastLines(logFile)}`);
  };
  await answering();
  return {
    url(direct) {
      const url = new URL(direct);
      url.port = String(port);
      return url.href;
    },
    reconnect: () => asAdmin("RECONNECT"),
    async leadTo(direct) {
      lead(direct);
      await asAdmin("RELOAD");
    },
    async restart() {
      await process.stop(10);
      process = launch();
      await answering();
    },
    async stop() {
      await process.stop(10);
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
