import { constants } from "node:fs";
import { chown, copyFile, mkdir, open, readdir } from "node:fs/promises";
import { join } from "node:path";

export interface Copying {
  readonly isLeftOut?: (path: string) => boolean;
  /** Whose the copies are, when they are not the present user's. */
  readonly owner?: { readonly uid: number; readonly gid: number } | undefined;
}

/**
 * Copies a directory of a running server to the disk. Node's own copy fails when a file is deleted while it looks, as a
 * server's are.
 */
export async function copyTree(from: string, to: string, options: Copying = {}, below = ""): Promise<void> {
  const { isLeftOut = () => false, owner } = options;
  await mkdir(join(to, below), { recursive: true, mode: 0o700 });
  if (owner) await chown(join(to, below), owner.uid, owner.gid);
  for (const entry of await readdir(join(from, below), { withFileTypes: true })) {
    const path = below ? `${below}/${entry.name}` : entry.name;
    if (isLeftOut(path)) continue;
    if (entry.isDirectory()) await copyTree(from, to, options, path);
    else if (await copied(join(from, path), join(to, path))) {
      if (owner) await chown(join(to, path), owner.uid, owner.gid);
    }
  }
}

async function copied(from: string, to: string): Promise<boolean> {
  try {
    await copyFile(from, to, constants.COPYFILE_FICLONE);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return false;
    throw error;
  }
  await using file = await open(to, "r+");
  await file.datasync();
  return true;
}
