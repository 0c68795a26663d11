import { type ChildProcess, spawn, spawnSync } from "node:child_process";
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
  /** Resolves when the program has ended, whatever the reason. */
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
 * Starts a program in a session of its own, so that a Ctrl-C at the terminal reaches the launcher alone, which then
 * stops its services in order.
 */
export function spawnService(command: ServiceCommand): ServiceProcess {
  const log = openLog(command.logFile);
  const child = spawn(command.program, command.args, {
    detached: true,
    stdio: [command.input === undefined ? "ignore" : "pipe", log, log],
    env: bareEnvironment(),
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
 * A shell that waits for the end of its input, which the system closes when the launcher dies in whatever way, and then
 * stops the program: even `kill -9` on the launcher leaves no database behind.
 */
function guardAgainstOrphan(child: ChildProcess, command: ServiceCommand): ChildProcess | undefined {
  if (child.pid === undefined) return undefined;
  const stop = `kill -${command.stopSignal.slice(3)} "$1"`;
  const remove = `while kill -0 "$1"; do sleep 0.1; done; rm -rf "$2"; rmdir "$(dirname "$2")"`;
  const script = `read -r _; ${stop}; ${command.temporaryDirectory === undefined ? "" : remove}`;
  const guard = spawn("sh", ["-c", script, "sh", String(child.pid), command.temporaryDirectory ?? ""], {
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
  // A group of its own: a Ctrl-C reaches it once, through us, and a tool that is asked twice stops without cleaning up.
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

/** Whether a process with this id exists. */
export function isAlive(pid: number): boolean {
  if (pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** The command line of a process, to tell a service left over from an earlier run from a stranger that got its id. */
export function commandLineOf(pid: number): string {
  if (!isAlive(pid)) return "";
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim();
  } catch {
    return spawnSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" }).stdout?.trim() ?? "";
  }
}

/** When a process started, in the system's own words: no two processes share both id and mark. Empty when it is gone. */
export function startMarkOf(pid: number): string {
  try {
    // The name in parentheses may hold blanks; the start time is the 22nd field, the 20th after the name.
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    return `${boot}/${stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19]}`;
  } catch {
    return spawnSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).stdout?.trim() ?? "";
  }
}

/** Stops a process that is not our child: asks with `signal`, and after `graceSeconds` by force. */
export async function stopForeign(pid: number, signal: NodeJS.Signals, graceSeconds: number): Promise<void> {
  for (const [kind, seconds] of [
    [signal, graceSeconds],
    ["SIGKILL", 5],
  ] as const) {
    const deadline = performance.now() + seconds * 1000;
    if (isAlive(pid)) process.kill(pid, kind);
    while (isAlive(pid) && performance.now() < deadline) await sleep(POLL_MILLISECONDS);
  }
}
