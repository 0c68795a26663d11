import { globSync } from "node:fs";
import { join } from "node:path";
import { lineAt, textOf, trackedFiles } from "./files.ts";

/** A constant as a page quotes it: `NAME = 10_000` between backticks. */
const QUOTED = /`([A-Z][A-Z\d_]+) = ([\d_.]+)`/g;
/** A constant as code defines it, from numbers alone: `const NAME = 14 * 24 * 3600;`. */
const DEFINED = /\bconst ([A-Z][A-Z\d_]+) = ([\d_.]+(?: \* [\d_.]+)*)[ ;]/g;

/** The values of each name; two files may define one of the same name. */
export type Constants = ReadonlyMap<string, ReadonlySet<number>>;

/**
 * Compares the constants that the pages quote with those that the code defines, so that a page cannot go on telling a
 * number that was changed.
 * @returns a sentence for each that is not so
 */
export function constantProblems(root: string): string[] {
  const sources = globSync("server/**/*.ts", { cwd: root }).filter((file) => !/\.test\.ts$/.test(file));
  const constants = constantsIn(sources.map((file) => textOf(join(root, file))).join("\n"));
  return trackedFiles(root)
    .filter((file) => file.endsWith(".md"))
    .flatMap((file) => wrongConstants(file, textOf(join(root, file)), constants));
}

export function constantsIn(source: string): Constants {
  const constants = new Map<string, Set<number>>();
  for (const [, name = "", value = ""] of source.matchAll(DEFINED)) {
    const product = value.split(" * ").reduce((so, factor) => so * numberOf(factor), 1);
    constants.set(name, (constants.get(name) ?? new Set()).add(product));
  }
  return constants;
}

/** @returns a sentence for each quoted constant of this page that the code does not define so */
export function wrongConstants(file: string, text: string, constants: Constants): string[] {
  return [...text.matchAll(QUOTED)].flatMap(({ 1: name = "", 2: value = "", index }) => {
    const values = constants.get(name);
    if (values?.has(numberOf(value))) return [];
    const is = values ? `is ${[...values].join(" or ")} in server/` : "is no number that server/ defines";
    return [`${file}:${lineAt(text, index)} says ${name} = ${value}, which ${is}.`];
  });
}

const numberOf = (written: string): number => Number(written.replaceAll("_", ""));
