import { spawnSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";

/** A larger file is a picture or a lock. */
const BYTES_MAX = 1024 * 1024;

/** The files under `root` that git keeps or would add; a copy without its history has none. */
export function trackedFiles(root: string): string[] {
  const args = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
  const { stdout, status } = spawnSync("git", args, {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  return status === 0 ? stdout.split("\0").filter(Boolean) : [];
}

/** A file's text; empty where there is no such file, or it is too large to be read by people. */
export function textOf(path: string): string {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat?.isFile() || stat.size > BYTES_MAX) return "";
  return readFileSync(path, "utf8");
}

/** The number of the line that has this place of a text. */
export const lineAt = (text: string, index: number): number => text.slice(0, index).split("\n").length;
