import { existsSync, mkdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { StartFailure } from "./failure.ts";
import { LockTaken, takeLock } from "./lock.ts";

export interface DataDirectory extends Disposable {
  /** Absolute. */
  readonly path: string;
  /** Where a file of this name goes among the logs. */
  log(name: string): string;
}

/**
 * Makes the data directory and locks it for this process.
 * @param about - what this copy says of itself, for a second one that wants the same directory
 * @throws StartFailure when it cannot be written to, or another copy runs on it
 */
export function openDataDirectory(directory: string, about: string): DataDirectory {
  const path = resolve(directory);
  try {
    makeDirectory(join(path, "logs"));
    const lock = takeLock(join(path, "running.sqlite"), about);
    return {
      path,
      log: (name) => join(path, "logs", name),
      [Symbol.dispose]: () => lock.release(),
    };
  } catch (error) {
    if (error instanceof LockTaken) {
      const { holder } = error;
      const named = holder ? `: process ${holder.pid}, ${holder.about}` : "";
      throw new StartFailure(
        `Another copy already runs on ${path}${named}. ` +
          "Stop it first, or give this one a DATA_DIR of its own.",
      );
    }
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartFailure(
      `DATA_DIR ${path} cannot be used: ${reason}. Choose a directory that can be written to.`,
    );
  }
}

/** Like mkdir -p. Node's own recursive mkdir never returns where the system says ENOENT for a parent that exists (/proc). */
function makeDirectory(path: string): void {
  if (existsSync(path)) return;
  if (dirname(path) !== path) makeDirectory(dirname(path));
  mkdirSync(path);
}
