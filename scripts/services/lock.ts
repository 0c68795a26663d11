import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { type Identity, identityOf, pidSpace, stillRuns } from "./identity.ts";

const WAIT_MILLISECONDS = 200;
const BEAT_MILLISECONDS = 2000;
/** An owner whose process cannot be looked at from here has this long to give a sign of life. */
const SILENCE_MILLISECONDS = 7000;

export interface LockOwner extends Identity {
  /** Where its process id means something; absent in a lock that an earlier version left. */
  readonly space?: string;
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
 * Takes the lock file `path` for this process; one that a dead process left is taken over. An owner in another container
 * on the same volume is dead when it gives no sign of life while it is watched.
 * @throws LockTaken naming the process that holds it, or the file system's error when the file cannot be written.
 */
export async function takeLock(
  path: string,
  about: string,
  silenceMilliseconds = SILENCE_MILLISECONDS,
): Promise<Lock> {
  try {
    return takeFree(path, about);
  } catch (error) {
    if (!(error instanceof LockTaken) || isHere(error.owner)) throw error;
    const before = beatOf(path);
    for (const until = performance.now() + silenceMilliseconds; performance.now() < until; ) {
      await sleep(WAIT_MILLISECONDS);
      if (beatOf(path) !== before) throw error;
    }
    return takeFree(path, about, error.owner);
  }
}

/** @param silent - an owner that is known to be dead */
function takeFree(path: string, about: string, silent?: LockOwner): Lock {
  const mine = `${path}.${process.pid}`;
  const owner: LockOwner = { ...identityOf(process.pid), space: pidSpace(), about };
  // Written apart and then linked, so that nobody ever reads half a lock.
  writeFileSync(mine, JSON.stringify(owner), { mode: 0o644 });
  try {
    while (!linked(mine, path)) {
      const holder = readOwner(path);
      if (holder && isHeld(holder) && !isSame(holder, silent)) throw new LockTaken(holder);
      if (holder) removeStale(path, holder);
    }
  } finally {
    rmSync(mine, { force: true });
  }
  const stopBeating = beat(path, owner);
  return {
    release: () => {
      stopBeating();
      if (isSame(owner, readOwner(path))) rmSync(path, { force: true });
    },
  };
}

const beatFile = (path: string) => `${path}.beat`;

/** Writes something new now and then for as long as the lock is ours: those who cannot see the process see that. */
function beat(path: string, owner: LockOwner): () => void {
  let beats = 0;
  const timer = setInterval(() => {
    if (!isSame(owner, readOwner(path))) return;
    try {
      writeFileSync(beatFile(path), `${process.pid} ${++beats}`);
    } catch {
      // A disk that is full for a moment: the next beat may succeed.
    }
  }, BEAT_MILLISECONDS).unref();
  return () => {
    clearInterval(timer);
    rmSync(beatFile(path), { force: true });
  };
}

function beatOf(path: string): string {
  try {
    return readFileSync(beatFile(path), "utf8");
  } catch {
    return "";
  }
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
      return await takeLock(path, about);
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

/** Whether the owner's process id means the same here as where it wrote it. */
const isHere = ({ space }: LockOwner): boolean => space === undefined || space === pidSpace();

const isHeld = (owner: LockOwner): boolean =>
  isHere(owner) ? owner.pid !== process.pid && stillRuns(owner) : owner.pid > 0;

const isSame = (one: LockOwner, other: LockOwner | undefined): boolean =>
  one.pid === other?.pid && one.mark === other.mark && one.space === other.space;

/** Two takers may find the same stale lock: only one can move it away, and a live lock moved by mistake is put back. */
function removeStale(path: string, stale: LockOwner): void {
  const aside = `${path}.stale.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  const moved = readOwner(aside);
  if (moved && !isSame(moved, stale)) linked(aside, path);
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
