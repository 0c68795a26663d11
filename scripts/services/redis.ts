import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { StartFailure } from "./failure.ts";
import { findLeftover, rememberService, stopForeign } from "./identity.ts";
import { lastLines, spawnService, untilReady } from "./process.ts";

const READY_SECONDS = 60;
const STOP_SECONDS = 20;

export interface RedisOptions {
  /** Directory of this server, made when absent: its append-only file and its log. */
  readonly directory: string;
  readonly port: number;
  readonly password: string;
  /** Settings of redis.conf, over the defaults below. */
  readonly settings?: Readonly<Record<string, string>>;
  /** The directory is thrown away when the caller dies without stopping the server. */
  readonly temporary?: boolean;
}

export interface RunningRedis {
  readonly port: number;
  readonly url: string;
  readonly ended: Promise<void>;
  /** Clean shutdown: everything written is on disk when it resolves, if the server keeps anything. */
  stop(): Promise<void>;
}

/** The program to run: `redis-server`, else `valkey-server`; undefined when neither is installed. */
export function findRedisServer(): string | undefined {
  return ["redis-server", "valkey-server"].find((name) => spawnSync(name, ["--version"]).status === 0);
}

/** A password that no other user of this machine can guess. */
export function newRedisPassword(): string {
  return randomBytes(24).toString("hex");
}

/**
 * Starts a Redis server on 127.0.0.1. A server left over from a launcher that was killed is stopped first, so the caller
 * must hold the lock on the directory.
 * @throws StartFailure when the program is missing, or with the end of its log when it does not come up.
 */
export async function startRedis(options: RedisOptions): Promise<RunningRedis> {
  const program = findRedisServer();
  if (program === undefined) {
    throw new StartFailure(
      "redis-server is missing. Install it (apt-get install redis-server, brew install redis), " +
        "or set REDIS_URL to a Redis server of your own.",
    );
  }
  const { directory, port, password } = options;
  const logFile = join(directory, "redis.log");
  const pidFile = join(directory, "redis.pid");
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const remembered = join(directory, "started.json");
  await stopLeftover({ remembered, pidFile, program, directory });
  const settings = {
    bind: "127.0.0.1",
    port: String(port),
    dir: JSON.stringify(directory),
    pidfile: JSON.stringify(pidFile),
    requirepass: password,
    appendonly: "yes",
    save: '""',
    loglevel: "warning",
    ...options.settings,
  };
  const process = spawnService({
    program,
    // Through standard input, or every user of the machine could read the password in the list of processes.
    args: ["-"],
    input: Object.entries(settings)
      .map(([name, value]) => `${name} ${value}\n`)
      .join(""),
    logFile,
    stopSignal: "SIGTERM",
    temporaryDirectory: options.temporary ? directory : undefined,
  });
  rememberService(remembered, process.pid);
  const ready = await untilReady(() => answers(port, password), {
    seconds: READY_SECONDS,
    ended: process.ended,
  });
  if (!ready) {
    await process.stop(STOP_SECONDS);
    throw new StartFailure(`${program} did not start. The end of ${logFile}:\n${lastLines(logFile)}`);
  }
  const url = `redis://:${password}@127.0.0.1:${port}`;
  return { port, url, ended: process.ended, stop: () => process.stop(STOP_SECONDS) };
}

async function stopLeftover({
  pidFile,
  program,
  ...ours
}: {
  readonly remembered: string;
  readonly pidFile: string;
  readonly program: string;
  readonly directory: string;
}): Promise<void> {
  const pid = existsSync(pidFile) ? Number.parseInt(readFileSync(pidFile, "utf8"), 10) || 0 : 0;
  const [family = program] = program.split("-");
  const leftover = findLeftover({ ...ours, pid, program: family });
  if (leftover) await stopForeign(leftover, "SIGTERM", STOP_SECONDS);
}

/** True once the server has its data in memory: while it loads, it answers LOADING. */
function answers(port: number, password: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: "127.0.0.1", port });
    let answer = "";
    socket.setTimeout(1000, () => socket.destroy());
    socket.on("connect", () => socket.write(`AUTH ${password}\r\nPING\r\n`));
    socket.on("data", (chunk) => {
      answer += chunk;
      if (answer.split("\r\n").length > 2) socket.destroy();
    });
    socket.on("error", () => {});
    socket.on("close", () => resolve(answer === "+OK\r\n+PONG\r\n"));
  });
}
