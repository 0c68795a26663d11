import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { isAlive, startMarkOf } from "./process.ts";

const WAIT_MILLISECONDS = 200;

export interface LockOwner {
  readonly pid: number;
  /** Tells the owner from a later process that got the same id. */
  readonly mark: string;
  /** What the owner says of itself, for the message to whoever finds the lock taken. */
  readonly about: string;
}

export interface Lock {
  release(): void;
}

/** The lock belongs to a process that still runs. */
export class LockTaken extends Error {
  override readonly name = "LockTaken";
  readonly owner: LockOwner;
  constructor(owner: LockOwner) {
    super(`Process ${owner.pid} holds the lock.`);
    this.owner = owner;
  }
}

/**
 * Takes the lock file `path` for this process; one that a dead process left is taken over.
 * @throws LockTaken naming the process that holds it, or the file system's error when the file cannot be written.
 */
export function takeLock(path: string, about: string): Lock {
  const mine = `${path}.${process.pid}`;
  const owner: LockOwner = { pid: process.pid, mark: startMarkOf(process.pid), about };
  // Written apart and then linked, so that nobody ever reads half a lock.
  writeFileSync(mine, JSON.stringify(owner), { mode: 0o644 });
  try {
    while (!linked(mine, path)) {
      const holder = readOwner(path);
      if (holder && isHeld(holder)) throw new LockTaken(holder);
      if (holder) removeStale(path, holder);
    }
  } finally {
    rmSync(mine, { force: true });
  }
  return {
    release: () => {
      if (readOwner(path)?.pid === process.pid) rmSync(path, { force: true });
    },
  };
}

export interface WaitOptions {
  readonly about: string;
  readonly signal: AbortSignal;
  /** Called once, before waiting. */
  onWait(): void;
}

/** Like {@link takeLock}, but waits for as long as another process holds the lock, or until `signal` is aborted. */
export async function waitForLock(path: string, { about, signal, onWait }: WaitOptions): Promise<Lock> {
  for (let waits = 0; ; waits++) {
    try {
      return takeLock(path, about);
    } catch (error) {
      if (!(error instanceof LockTaken)) throw error;
      if (waits === 0) onWait();
      await sleep(WAIT_MILLISECONDS, undefined, { signal });
    }
  }
}

function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

function isHeld(owner: LockOwner): boolean {
  return owner.pid !== process.pid && isAlive(owner.pid) && startMarkOf(owner.pid) === owner.mark;
}

/** Two takers may find the same stale lock: only one can move it away, and a live lock moved by mistake is put back. */
function removeStale(path: string, stale: LockOwner): void {
  const aside = `${path}.stale.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  const moved = readOwner(aside);
  if (moved && (moved.pid !== stale.pid || moved.mark !== stale.mark)) linked(aside, path);
  rmSync(aside, { force: true });
}

const nobody: LockOwner = { pid: 0, mark: "", about: "" };

/** Undefined when there is no lock; one that cannot be read belongs to nobody. */
function readOwner(path: string): LockOwner | undefined {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
  try {
    return JSON.parse(text) ?? nobody;
  } catch {
    return nobody;
  }
}
