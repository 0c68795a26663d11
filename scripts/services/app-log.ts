import { closeSync, copyFileSync, fstatSync, ftruncateSync, openSync } from "node:fs";

const BYTES_MAX = 50 * 1024 * 1024;
const CHECK_MILLISECONDS = 30_000;

export interface AppLog extends Disposable {
  readonly path: string;
  /** For an output of the app's processes. */
  readonly descriptor: number;
}

/** Opens a file for the output of the app's processes, and keeps it and one older copy under {@link BYTES_MAX} each. */
export function openAppLog(path: string): AppLog {
  // Opened for appending, so that each writer continues at the new end after the file was truncated.
  const descriptor = openSync(path, "a", 0o600);
  const rotate = () => {
    if (fstatSync(descriptor).size < BYTES_MAX) return;
    copyFileSync(path, `${path}.1`);
    ftruncateSync(descriptor);
  };
  rotate();
  const timer = setInterval(rotate, CHECK_MILLISECONDS).unref();
  return {
    path,
    descriptor,
    [Symbol.dispose]: () => {
      clearInterval(timer);
      closeSync(descriptor);
    },
  };
}
