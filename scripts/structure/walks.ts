import { dirname, join } from "node:path";
import { lineAt, textOf } from "./files.ts";

const PAGE = "docs/walks.md";
const FILE = /^\d+\. `([^`\n]+)`/gm;
const COUNTS = /\*\*(\d+ files, \d+ folders)\.\*\*/;
/** It counts as one folder, since a reader knows its rooms by their names. */
const PLATFORM = "server/platform";

/**
 * Compares the numbers that the page of walks prints with its lists. That each file is there is looked at with the names of
 * all pages.
 * @returns a sentence for each walk that is not as its numbers say
 */
export const walkProblems = (root: string): string[] => wrongWalks(PAGE, textOf(join(root, PAGE)));

/** @returns a sentence for each section with a list whose numbers are others, and for each file that a list has twice */
export function wrongWalks(page: string, text: string): string[] {
  return [...text.matchAll(/^## (.*)\n((?:(?!## ).*\n?)*)/gm)].flatMap(
    ({ 1: title = "", 2: section = "", index }) => {
      const files = [...section.matchAll(FILE)].map(([, file = ""]) => file);
      if (files.length === 0) return [];
      const at = `${page}:${lineAt(text, index)}`;
      const counted = `${files.length} files, ${new Set(files.map(folderOf)).size} folders`;
      const said = COUNTS.exec(section)?.[1];
      return [
        ...(said === counted
          ? []
          : [`${at} says ${said ?? "no numbers"} of "${title}", whose list has ${counted}.`]),
        ...files
          .filter((file, place) => files.indexOf(file) < place)
          .map((file) => `${at} has ${file} twice in "${title}".`),
      ];
    },
  );
}

const folderOf = (file: string): string => (file.startsWith(`${PLATFORM}/`) ? PLATFORM : dirname(file));
