import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync, readFileSync, statSync, truncateSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

const LOG_BYTES_MAX = 20 * 1024 * 1024;
const POLL_MILLISECONDS = 50;

export interface ServiceCommand {
  readonly program: string;
  readonly args: readonly string[];
  /** Receives everything that the program prints. */
  readonly logFile: string;
  /** Text for its standard input, for settings that must not show in the list of processes. */
  readonly input?: string;
  /** All that it gets of an environment; by default a path and no secret. */
  readonly env?: NodeJS.ProcessEnv;
  readonly uid?: number | undefined;
  readonly gid?: number | undefined;
  /** The signal that stops it cleanly. */
  readonly stopSignal: "SIGINT" | "SIGTERM";
  /** Removed when the launcher dies without stopping the program, and the directory it is in once that is empty. */
  readonly temporaryDirectory?: string | undefined;
}

/** A program that runs in the background until it is stopped or dies. */
export interface ServiceProcess {
  readonly pid: number;
  /** Resolves when the program has ended for any reason. */
  readonly ended: Promise<void>;
  /** Stops it cleanly; after `graceSeconds` by force. Safe to call twice. */
  stop(graceSeconds: number): Promise<void>;
}

/** What a service gets of our environment: its path and no secret, no PGPORT and no time zone. */
export function bareEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC", NODE_ENV: process.env.NODE_ENV };
}

/** An empty variable counts as left out, and must not hide what is filled in for it. */
export function withoutEmpty(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(environment).filter(([, value]) => value)) as NodeJS.ProcessEnv;
}

/**
 * Starts a program in a new session, so that a Ctrl-C at the terminal reaches only the launcher, which then stops its
 * services in order.
 */
export function spawnService(command: ServiceCommand): ServiceProcess {
  const log = openLog(command.logFile);
  const child = spawn(command.program, command.args, {
    detached: true,
    stdio: [command.input === undefined ? "ignore" : "pipe", log, log],
    env: command.env ?? bareEnvironment(),
    ...(command.uid === undefined ? {} : { uid: command.uid }),
    ...(command.gid === undefined ? {} : { gid: command.gid }),
  });
  closeSync(log);
  child.stdin?.on("error", () => {});
  child.stdin?.end(command.input);
  const ended = new Promise<void>((resolve) => {
    child.once("exit", () => resolve());
    child.once("error", () => resolve());
  });
  const guard = guardAgainstOrphan(child, command);
  void ended.then(() => guard?.kill("SIGKILL"));
  return {
    pid: child.pid ?? 0,
    ended,
    async stop(graceSeconds) {
      child.kill(command.stopSignal);
      const forced = AbortSignal.timeout(graceSeconds * 1000);
      forced.addEventListener("abort", () => child.kill("SIGKILL"), { once: true });
      await ended;
    },
  };
}

/**
 * The start time of a process, by which it is told from a later one with its id, and nothing for one that has ended,
 * also when its parent has not collected it. Without /proc the answer only says whether a process has the id.
 */
const SINCE = `since() {
  [ -r /proc/self/stat ] || { kill -0 "$1" 2>/dev/null && echo alive; return; }
  set -- $(sed 's/.*) //' "/proc/$1/stat" 2>/dev/null)
  [ "$1" = Z ] || [ "$1" = X ] || echo "\${20}"
}`;

/**
 * Starts a shell that waits for the end of its input and then stops the program. The system closes the input when the
 * launcher dies for any reason, so even `kill -9` on the launcher leaves no database running.
 */
function guardAgainstOrphan(child: ChildProcess, command: ServiceCommand): ChildProcess | undefined {
  if (child.pid === undefined) return undefined;
  const { stopSignal, temporaryDirectory } = command;
  const remove = `while [ "$(since "$1")" = "$born" ]; do sleep 0.1; done; rm -rf "$2"; rmdir "$(dirname "$2")"`;
  const script = `${SINCE}
    born=$(since "$1"); [ -n "$born" ] || exit
    read -r _
    [ "$(since "$1")" = "$born" ] && kill -${stopSignal.slice(3)} "$1"
    ${temporaryDirectory === undefined ? "" : remove}`;
  const guard = spawn("sh", ["-c", script, "sh", String(child.pid), temporaryDirectory ?? ""], {
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  });
  guard.once("error", () => {});
  guard.stdin?.on("error", () => {});
  guard.unref();
  // The pipe must stay open, but must not keep the launcher's event loop alive.
  (guard.stdin as { unref?: () => void } | null)?.unref?.();
  return guard;
}

export interface NodeProgram {
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** Receives everything that it prints, from the beginning; without it, that goes where ours goes. */
  readonly logFile: string | undefined;
  readonly signal: AbortSignal;
}

/**
 * Runs a program on this same Node to its end.
 * @returns its exit code; 1 when a signal ended it
 * @throws the signal's reason when it was aborted
 */
export async function runToEnd({ args, cwd, env, logFile, signal }: NodeProgram): Promise<number> {
  const log = logFile === undefined ? undefined : openSync(logFile, "w", 0o600);
  const output = log ?? "inherit";
  // It gets its own process group, so that a Ctrl-C reaches it once: a tool that gets two stops without cleaning up.
  const child = spawn(process.execPath, args, {
    cwd,
    env,
    stdio: ["ignore", output, output],
    detached: true,
  });
  if (log !== undefined) closeSync(log);
  const abort = () => child.pid !== undefined && process.kill(-child.pid, "SIGINT");
  signal.addEventListener("abort", abort, { once: true });
  if (signal.aborted) abort();
  const code = await new Promise<number>((resolve) => {
    child.once("exit", (exitCode) => resolve(exitCode ?? 1));
    child.once("error", () => resolve(1));
  });
  signal.removeEventListener("abort", abort);
  signal.throwIfAborted();
  return code;
}

function openLog(path: string): number {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LOG_BYTES_MAX) truncateSync(path);
  return openSync(path, "a", 0o600);
}

/** The last lines of a log, to show why a program did not come up; empty when there is no log. */
export function lastLines(path: string, count = 8): string {
  try {
    return readFileSync(path, "utf8").trimEnd().split("\n").slice(-count).join("\n");
  } catch {
    return "";
  }
}

/** Asks `probe` until it answers true; false when `seconds` pass or `ended` settles first. */
export async function untilReady(
  probe: () => Promise<boolean>,
  { seconds, ended }: { seconds: number; ended: Promise<void> },
): Promise<boolean> {
  let over = false;
  void ended.then(() => {
    over = true;
  });
  const deadline = performance.now() + seconds * 1000;
  while (!over && performance.now() < deadline) {
    if (await probe()) return !over;
    await sleep(POLL_MILLISECONDS);
  }
  return false;
}
