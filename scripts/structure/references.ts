import { dirname, join, normalize } from "node:path";
import { lineAt, textOf, trackedFiles } from "./files.ts";

/** Where a text may name a page; the rest is data, which names pages only as what was printed from these. */
const TEXTS = /\.(?:md|[cm]?[jt]sx?|sql|ya?ml|css)$|(?:^|\/)Dockerfile$/;

/** A section or decision that is named by its number alone, so that no reader can open it. */
const NUMBERED = /\b(?:SPEC|ADR)[\s*/]+\d+/g;
/** A page in the fixed form, from the root of the repository. */
const PAGE = /(?<![\w/.-])(docs\/[\w./-]+\.md)(?:#([\p{L}\p{N}_-]+))?/gu;
/** A link of Markdown, in its line or as a definition. */
const LINK = /\]\(\s*<?([^\s<>()]+)>?[^()]*\)|^ {0,3}\[[^\]]+\]:\s+<?([^\s<>]+)/gm;
const HEADING = /^ {0,3}#{1,6}\s+(.+?)\s*#*\s*$/gm;

/** The text of a file, undefined where there is none; empty for what is no text. */
export type ReadFile = (path: string) => string | undefined;

/**
 * Looks for references that lead nowhere: a section's number, a page or file that is not there, a heading that its page
 * does not have.
 * @returns a sentence for each that says what to do
 */
export function referenceProblems(root: string): string[] {
  const files = trackedFiles(root);
  const folders = files.flatMap(foldersOf);
  const known = new Set([...files, ...folders]);
  const read: ReadFile = (path) => (known.has(path) ? textOf(join(root, path)) : undefined);
  return files
    .filter((file) => TEXTS.test(file))
    .flatMap((file) => problemsIn(file, textOf(join(root, file)), read));
}

/** @returns a sentence for each reference of this text of a file that leads nowhere */
export function problemsIn(file: string, text: string, read: ReadFile): string[] {
  const prose = file.endsWith(".md") ? blanked(text, LINK) : text;
  return [
    ...[...text.matchAll(NUMBERED)].map(
      ({ 0: number, index }) =>
        `${file}:${lineAt(text, index)} names "${number.replace(/[\s*/]+/, " ")}", which is no page. ` +
        "Say the reason, or name page and heading as in docs/spec/purchase.md#holds.",
    ),
    ...[...prose.matchAll(PAGE)].flatMap(({ 1: page = "", 2: heading, index }) =>
      pageProblem(`${file}:${lineAt(text, index)}`, page, heading, read),
    ),
    ...(file.endsWith(".md") ? linkProblems(file, text, read) : []),
  ];
}

function linkProblems(file: string, text: string, read: ReadFile): string[] {
  return [...withoutCode(text).matchAll(LINK)].flatMap(({ 1: inline, 2: defined, index }) => {
    const target = inline ?? defined ?? "";
    if (/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(target)) return [];
    const [path = "", heading] = target.split("#", 2);
    const from = path.startsWith("/") ? "." : dirname(file);
    const page = path === "" ? file : normalize(join(from, path)).replace(/\/$/, "");
    return pageProblem(`${file}:${lineAt(text, index)}`, page, heading, page === file ? () => text : read);
  });
}

function pageProblem(at: string, page: string, heading: string | undefined, read: ReadFile): string[] {
  const text = read(page);
  if (text === undefined)
    return [`${at} names ${page}, which is not there. Name one that is, or say it in words.`];
  if (heading === undefined || !page.endsWith(".md")) return [];
  const slugs = slugsOf(text);
  if (slugs.includes(heading)) return [];
  return [
    `${at} names #${heading}, which is no heading of ${page}. It has ${slugs.map((slug) => `#${slug}`).join(", ")}.`,
  ];
}

/** The names that code hosts give a page's headings; of equal ones the second has -1 behind it, and so on. */
export function slugsOf(page: string): string[] {
  const seen = new Map<string, number>();
  return [...withoutFences(page).matchAll(HEADING)].map(([, heading = ""]) => {
    const slug = slugOf(heading);
    const times = seen.get(slug) ?? 0;
    seen.set(slug, times + 1);
    return times === 0 ? slug : `${slug}-${times}`;
  });
}

const slugOf = (heading: string): string =>
  heading
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}_\- ]/gu, "")
    .replaceAll(" ", "-");

const withoutFences = (text: string): string => blanked(text, /^ {0,3}(```|~~~)[\s\S]*?^ {0,3}\1/gm);
const withoutCode = (text: string): string => blanked(withoutFences(text), /`[^`\n]+`/g);

/** Blanks what matches, so that every other character keeps its place. */
const blanked = (text: string, what: RegExp): string =>
  text.replace(what, (found) => found.replace(/[^\n]/g, " "));

const foldersOf = (file: string): string[] => {
  const folder = dirname(file);
  return folder === "." ? [] : [folder, ...foldersOf(folder)];
};
