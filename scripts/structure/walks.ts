import { dirname, join } from "node:path";
import { lineAt, textOf } from "./files.ts";

const PAGE = "docs/walks.md";
const SECTION = /^## (.*)\n((?:(?!## ).*\n?)*)/gm;
/** A file of a walk; an arrow before it says that no import leads there. */
const FILE = /^\d+\. (→ )?`([^`\n]+)`/gm;
const COUNTS = /\*\*(\d+ files, \d+ folders)\.\*\*/;
const IMPORT = /\bfrom "([#.][^"]+)"/g;
/** It counts as one folder, since a reader knows its rooms by their names. */
const PLATFORM = "server/platform";

/**
 * Compares the lists of the page of walks with its numbers and with the code. That each file is there is looked at with the
 * names of all pages.
 * @returns a sentence for each that is not so
 */
export const walkProblems = (root: string): string[] =>
  wrongWalks(PAGE, textOf(join(root, PAGE)), (file) => textOf(join(root, file)));

/**
 * @param read - the text of a file
 * @returns a sentence for each walk with other numbers, and for each file that a walk has twice or leads to by no import
 */
export function wrongWalks(page: string, text: string, read: (file: string) => string): string[] {
  return [...text.matchAll(SECTION)].flatMap(({ 1: title = "", 2: section = "", index }) => {
    const listed = [...section.matchAll(FILE)].map(([, arrow, file = ""]) => ({ file, isEntry: !!arrow }));
    if (listed.length === 0) return [];
    const files = listed.map(({ file }) => file);
    const imported = new Set(files.flatMap((file) => importsOf(file, read(file))));
    const counted = `${files.length} files, ${new Set(files.map(folderOf)).size} folders`;
    const said = COUNTS.exec(section)?.[1];
    const problems = [
      ...(said === counted ? [] : [`says ${said ?? "no numbers"}, but the list has ${counted}`]),
      ...files.filter((file, place) => files.indexOf(file) < place).map((file) => `has ${file} twice`),
      ...listed
        .filter(({ file, isEntry }) => !isEntry && !imported.has(file))
        .map(
          ({ file }) =>
            `has ${file}, which no other file of the list imports: take it out, or put → before it`,
        ),
    ];
    return problems.map((problem) => `${page}:${lineAt(text, index)} "${title}" ${problem}.`);
  });
}

const folderOf = (file: string): string => (file.startsWith(`${PLATFORM}/`) ? PLATFORM : dirname(file));

/** The files of ours that a file imports, as paths from the root. */
const importsOf = (file: string, text: string): string[] =>
  [...text.matchAll(IMPORT)].map(([, from = ""]) =>
    from.startsWith("#") ? from.slice(1) : join(dirname(file), from),
  );
