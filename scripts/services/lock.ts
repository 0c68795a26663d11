import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as sleep } from "node:timers/promises";

const WAIT_MILLISECONDS = 200;
const SQLITE_BUSY = 5;

/** What the holder of a lock says of itself, for the message of a process that finds the lock taken. */
export interface LockHolder {
  readonly pid: number;
  readonly about: string;
}

export interface Lock {
  release(): void;
}

/** Another process holds the lock. */
export class LockTaken extends Error {
  override readonly name = "LockTaken";
  /** Undefined when the holder has not written its name yet. */
  readonly holder: LockHolder | undefined;
  constructor(holder: LockHolder | undefined) {
    super(`Process ${holder?.pid ?? "(unknown)"} holds the lock.`);
    this.holder = holder;
  }
}

/** The garbage collector closes a database that nothing refers to, which would end its lock. */
const held = new Set<DatabaseSync>();

const holderFile = (path: string) => `${path}.json`;

/**
 * Takes the lock `path` for this process. The lock is an open write transaction on an empty SQLite database, so the
 * operating system holds it: it ends with the process, however that ends, and other containers on the same disk see it.
 * The file stays after the release, because two processes could else lock two files of one name.
 * @param about - what this process says of itself
 * @throws LockTaken naming the process that holds it, or SQLite's error when the file cannot be written
 */
export function takeLock(path: string, about: string): Lock {
  const database = new DatabaseSync(path, { timeout: 0 });
  try {
    // With the journal in memory nothing lies beside the file.
    database.exec("PRAGMA journal_mode = MEMORY; BEGIN IMMEDIATE");
  } catch (error) {
    database.close();
    throw isBusy(error) ? new LockTaken(readHolder(path)) : error;
  }
  held.add(database);
  const holder: LockHolder = { pid: process.pid, about };
  writeFileSync(holderFile(path), JSON.stringify(holder));
  return {
    release: () => {
      rmSync(holderFile(path), { force: true });
      database.close();
      held.delete(database);
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

/** The low byte of SQLite's code is the kind of the error, the rest a detail. */
const isBusy = (error: unknown): boolean =>
  ((error as { errcode?: number }).errcode ?? 0) % 256 === SQLITE_BUSY;

function readHolder(path: string): LockHolder | undefined {
  try {
    return JSON.parse(readFileSync(holderFile(path), "utf8"));
  } catch {
    return undefined;
  }
}
