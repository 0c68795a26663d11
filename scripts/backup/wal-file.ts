import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { zstdCompressSync, zstdDecompressSync } from "node:zlib";

// PostgreSQL runs this for each file of its log. Anything but 0 tells it to try again later, or that there is no such file.
const [, , task, from = "", to = ""] = process.argv;

/** A segment is mostly zeros where its minute had little to write. */
function store(): boolean {
  const bytes = readFileSync(from);
  // After a crash PostgreSQL may bring a file again. Another one of the same name is of another database.
  if (existsSync(to)) return zstdDecompressSync(readFileSync(to)).equals(bytes);
  writeFileSync(`${to}.new`, zstdCompressSync(bytes), { mode: 0o600, flush: true });
  renameSync(`${to}.new`, to);
  // PostgreSQL deletes its own copy next, so the name has to be on the disk as well.
  const directory = openSync(dirname(to), "r");
  fsyncSync(directory);
  closeSync(directory);
  return true;
}

function fetch(): boolean {
  if (!existsSync(from)) return false;
  writeFileSync(to, zstdDecompressSync(readFileSync(from)));
  return true;
}

process.exitCode = (task === "store" ? store() : fetch()) ? 0 : 1;
