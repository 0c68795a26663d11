import { watch } from "node:fs";

const SETTLE_MILLISECONDS = 150;

/** Calls `onChange` shortly after a source file under one of `directories` has changed; tests do not count. */
export function watchSources(directories: readonly string[], onChange: () => void): Disposable {
  let timer: NodeJS.Timeout | undefined;
  const changed = (_event: string, file: string | null) => {
    if (file === null || !/\.(ts|sql)$/.test(file) || /\.test\.ts$/.test(file)) return;
    clearTimeout(timer);
    // An editor writes a file in several steps, and a branch switch changes many of them.
    timer = setTimeout(onChange, SETTLE_MILLISECONDS);
  };
  const watchers = directories.map((directory) => watch(directory, { recursive: true }, changed));
  return {
    [Symbol.dispose]: () => {
      clearTimeout(timer);
      for (const watcher of watchers) watcher.close();
    },
  };
}
