import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { z } from "zod";
import { archiveOf } from "./archive.ts";

/** What is known of a copy of the database, from which its log is replayed. */
export const About = z.object({
  /** From this moment on the copy and the log have every moment. */
  endedAt: z.iso.datetime(),
  /** The first file of the log that the copy needs. */
  firstWal: z.string().regex(/^[0-9A-F]{24}$/),
});

export interface Base extends z.infer<typeof About> {
  readonly path: string;
}

const DAY_MS = 86_400_000;

/** Where the copies are in a directory of backups. */
export const basesOf = (backupDirectory: string): string => join(resolve(backupDirectory), "bases");

/** The complete copies, the oldest first. */
export function listBases(backupDirectory: string): Base[] {
  const folder = basesOf(backupDirectory);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => !name.endsWith(".new"))
    .map((name) => join(folder, name))
    .map((path) => ({ path, ...About.parse(JSON.parse(readFileSync(join(path, "about.json"), "utf8"))) }))
    .toSorted((one, other) => one.endedAt.localeCompare(other.endedAt));
}

/** The newest copy that was complete at that moment. */
export const baseFor = (bases: readonly Base[], moment: Date): Base | undefined =>
  bases.findLast(({ endedAt }) => new Date(endedAt) <= moment);

/**
 * Deletes what no moment of the last `days` needs.
 * @returns how many copies
 */
export function deleteOld(backupDirectory: string, days: number, now: Date): number {
  const bases = listBases(backupDirectory);
  const oldest = baseFor(bases, new Date(now.getTime() - days * DAY_MS)) ?? bases[0];
  if (!oldest) return 0;
  const old = bases.slice(0, bases.indexOf(oldest));
  for (const { path } of old) rmSync(path, { recursive: true });
  // The first eight digits are the timeline, and the others go on across timelines.
  const firstNeeded = bases
    .slice(old.length)
    .map(({ firstWal }) => firstWal.slice(8))
    .sort()[0] as string;
  const archive = archiveOf(backupDirectory);
  for (const name of readdirSync(archive))
    if (/^[0-9A-F]{24}\b/.test(name) && name.slice(8, 24) < firstNeeded) rmSync(join(archive, name));
  return old.length;
}
