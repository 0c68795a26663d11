import { spawnSync } from "node:child_process";
import { readFileSync, readlinkSync, realpathSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const POLL_MILLISECONDS = 50;

/** A process, told apart from a later one that the system gave the same id. */
export interface Identity {
  readonly pid: number;
  /** What {@link startMarkOf} said of it. */
  readonly mark: string;
}

/** Whether a process with this id runs. A zombie, which was killed and not collected by its parent, does not. */
export function isAlive(pid: number): boolean {
  if (pid <= 0) return false;
  const [state] = statFieldsOf(pid) ?? [];
  if (state !== undefined) return state !== "Z" && state !== "X";
  try {
    process.kill(pid, 0);
    return !ask("stat=", pid).startsWith("Z");
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** When a process started, in the system's own words: no two processes share both id and mark. Empty when it is gone. */
export function startMarkOf(pid: number): string {
  if (!isAlive(pid)) return "";
  const startedAt = statFieldsOf(pid)?.[19];
  if (startedAt !== undefined) return `${bootId()}/${startedAt}`;
  return ask("lstart=", pid);
}

export const identityOf = (pid: number): Identity => ({ pid, mark: startMarkOf(pid) });

/** Whether that very process still runs. */
export const stillRuns = ({ pid, mark }: Identity): boolean => mark !== "" && startMarkOf(pid) === mark;

/** Remembers in `file` which process was started for a directory, to know it again after the launcher was killed. */
export const rememberService = (file: string, pid: number): void =>
  writeFileSync(file, JSON.stringify(identityOf(pid)), { mode: 0o600 });

/**
 * The service that an earlier launcher left behind on a directory: the process that the launcher wrote down or, when it
 * died before that, a process of the same program that works in that directory. A process that only has the same id or
 * the same name belongs to another product, and is not touched.
 */
export function findLeftover({
  remembered,
  pid,
  program,
  directory,
}: {
  readonly remembered: string;
  /** What the service's own file says; 0 for none. */
  readonly pid: number;
  /** How the name of the program's file begins. */
  readonly program: string;
  readonly directory: string;
}): Identity | undefined {
  const known = readIdentity(remembered);
  if (known && stillRuns(known)) return known;
  const found = identityOf(pid);
  return found.mark !== "" && worksIn(pid, program, directory) ? found : undefined;
}

/** Stops a process that is not our child: asks with `signal`, and after `graceSeconds` by force. */
export async function stopForeign(
  identity: Identity,
  signal: NodeJS.Signals,
  graceSeconds: number,
): Promise<void> {
  for (const [kind, seconds] of [
    [signal, graceSeconds],
    ["SIGKILL", 5],
  ] as const) {
    const deadline = performance.now() + seconds * 1000;
    if (stillRuns(identity)) process.kill(identity.pid, kind);
    while (stillRuns(identity) && performance.now() < deadline) await sleep(POLL_MILLISECONDS);
  }
}

function worksIn(pid: number, program: string, directory: string): boolean {
  try {
    const runs = basename(readlinkSync(`/proc/${pid}/exe`).replace(/ \(deleted\)$/, ""));
    // A service of ours is at home in its directory. Debian's redis-server is a link to redis-check-rdb.
    return runs.startsWith(program) && readlinkSync(`/proc/${pid}/cwd`) === realpathSync(directory);
  } catch {
    return false;
  }
}

function readIdentity(file: string): Identity | undefined {
  try {
    const { pid, mark } = JSON.parse(readFileSync(file, "utf8")) as Partial<Identity>;
    return typeof pid === "number" && typeof mark === "string" ? { pid, mark } : undefined;
  } catch {
    return undefined;
  }
}

/** The fields after the name, which may hold blanks and parentheses itself: first the state, twentieth the start time. */
function statFieldsOf(pid: number): string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  } catch {
    return undefined;
  }
}

function bootId(): string {
  try {
    return readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
  } catch {
    return "";
  }
}

const ask = (column: string, pid: number): string =>
  spawnSync("ps", ["-o", column, "-p", String(pid)], { encoding: "utf8" }).stdout?.trim() ?? "";
