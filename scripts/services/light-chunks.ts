import { gzipSync } from "node:zlib";
import type { OutputChunk } from "rolldown";

/** What a file costs a page beside its content, in bytes after compression: its request, and what names it elsewhere. */
const FILE_COSTS = 1000;

type Chunk = Pick<OutputChunk, "fileName" | "isEntry" | "isDynamicEntry" | "moduleIds" | "imports" | "code">;

/** What becomes one file. */
interface Joined {
  readonly chunks: readonly Chunk[];
  readonly size: number;
  /** Those that load it as they begin. */
  readonly pages: ReadonlySet<string>;
}

/**
 * The bundler makes a file for each set of pages that share something, which is dozens for a page, most of them tiny. Those
 * are joined where pages gain more by fewer files than others lose by what they do not need.
 * @param chunks - as the bundler splits them by itself
 * @returns for each module that is shared the name of its file
 */
export function joinChunks(chunks: readonly Chunk[]): ReadonlyMap<string, string> {
  const byFile = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const entries = chunks.filter(({ isEntry }) => isEntry).map(({ fileName }) => fileName);
  const needs = new Map(entries.map((page) => [page, neededBy(page, byFile)]));
  const all = chunks.map((chunk) => ({
    chunks: [chunk],
    size: gzipSync(chunk.code).length,
    pages: new Set(entries.filter((page) => needs.get(page)?.has(chunk.fileName))),
  }));
  const isShared = ({ chunks: [chunk] }: Joined) => !chunk?.isEntry && !chunk?.isDynamicEntry;
  const joined = joinAll(
    all.filter(isShared),
    all.filter((each) => !isShared(each)),
  );
  const names = joined.flatMap(({ chunks: together }) => {
    const name = (together[0]?.fileName ?? "").replace(/\.js$/, "");
    return together.flatMap(({ moduleIds }) => moduleIds.map((id) => [id, name] as const));
  });
  return new Map(names);
}

/** @returns the file and all without which it cannot begin */
export function neededBy(
  file: string,
  byFile: ReadonlyMap<string, Pick<OutputChunk, "imports">>,
  found = new Set<string>(),
): Set<string> {
  if (found.has(file)) return found;
  found.add(file);
  for (const imported of byFile.get(file)?.imports ?? []) neededBy(imported, byFile, found);
  return found;
}

/** Joins the two that gain the most by it, for as long as there are any. */
function joinAll(shared: readonly Joined[], own: readonly Joined[]): readonly Joined[] {
  const best = shared
    .flatMap((one, index) =>
      shared.slice(index + 1).map((other) => ({ one, other, gain: gainOf(one, other) })),
    )
    .filter(({ gain }) => gain > 0)
    .sort((a, b) => b.gain - a.gain)
    .find(({ one, other }) => !makesCircle(one, other, [...shared, ...own]));
  if (!best) return shared;
  const { one, other } = best;
  const joined = {
    chunks: [...one.chunks, ...other.chunks],
    size: one.size + other.size,
    pages: new Set([...one.pages, ...other.pages]),
  };
  return joinAll([...shared.filter((each) => each !== one && each !== other), joined], own);
}

/** @returns the bytes that pages are spared, less those that they would load in vain */
function gainOf(one: Joined, other: Joined): number {
  const both = [...one.pages].filter((page) => other.pages.has(page)).length;
  const [oneAlone, otherAlone] = [one.pages.size - both, other.pages.size - both];
  return both * FILE_COSTS - oneAlone * other.size - otherAlone * one.size;
}

/** Whether one needs the other through a third. Files in a circle begin before what they need has begun. */
function makesCircle(one: Joined, other: Joined, all: readonly Joined[]): boolean {
  return leadsAround(one, other, all) || leadsAround(other, one, all);
}

function leadsAround(from: Joined, to: Joined, all: readonly Joined[]): boolean {
  const seen = new Set([from]);
  const leads = (at: Joined): boolean =>
    importedBy(at, all).some((next) => {
      if (next === to) return at !== from;
      if (seen.has(next)) return false;
      seen.add(next);
      return leads(next);
    });
  return leads(from);
}

function importedBy({ chunks }: Joined, all: readonly Joined[]): Joined[] {
  const files = new Set(chunks.flatMap(({ imports }) => imports));
  return all.filter((each) => each.chunks.some(({ fileName }) => files.has(fileName)));
}
