import { type ChildProcess, spawn } from "node:child_process";

export interface Guarded {
  /** The signal that stops it cleanly. */
  readonly stopSignal: "SIGINT" | "SIGTERM";
  /** Removed when the launcher dies without stopping the program, and the directory it is in once that is empty. */
  readonly temporaryDirectory?: string | undefined;
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
export function guardAgainstOrphan(child: ChildProcess, guarded: Guarded): ChildProcess | undefined {
  if (child.pid === undefined) return undefined;
  const { stopSignal, temporaryDirectory } = guarded;
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
