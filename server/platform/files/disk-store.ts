import { randomUUID } from "node:crypto";
import { mkdir, readFile, rename, rm, rmdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type FileStore, requireKey } from "./file-store.ts";

/** Keeps files below a directory of this machine, which is made with the first file. */
export function diskStore(directory: string): FileStore {
  const pathOf = (key: string) => join(directory, requireKey(key));
  return {
    async write(key, bytes) {
      const path = pathOf(key);
      const unfinished = `${path}.${randomUUID()}`;
      await mkdir(dirname(path), { recursive: true });
      try {
        await writeFile(unfinished, bytes, { flush: true });
        await rename(unfinished, path);
      } catch (error) {
        await rm(unfinished, { force: true });
        throw error;
      }
    },
    read: (key) => readFile(pathOf(key)).catch(absent),
    async remove(key) {
      const path = pathOf(key);
      await rm(path, { force: true });
      // The folder goes with its last file; while it has others, it cannot be removed.
      await rmdir(dirname(path)).catch(() => {});
    },
  };
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== "ENOENT") throw error;
}
