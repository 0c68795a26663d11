import { join } from "node:path";
import { lineAt, textOf, trackedFiles } from "./files.ts";

const SOURCE = /\.(?:[cm]?[jt]sx?|sql|css|json|ya?ml|sh|txt)$/;
/** Pages that are printed from the code, which name only what it has. */
const PRINTED = /^docs\/(?:generated\/|state-machines\.md$)/;

const FENCED = /^ {0,3}(```|~~~)[\s\S]*?^ {0,3}\1/gm;
const QUOTED = /`([^`\n]+)`/g;
/** A function, property or type of ours: `endUnpaidOrders`, `endUnpaidOrders()`. */
const IDENTIFIER = /^([a-z]+[A-Z]\w*)(?:\(\))?$/;
/** A call or job: `queue.mine`, `holds.expire`. */
const CALL = /^[a-z]\w*\.(?!(?:[cm]?[jt]sx?|ya?ml|json|md|sql|css|sh)$)[a-z][\w-]*$/;
/** A file or folder from the root of the repository, without placeholders. */
const FILE = /^(?:app|bench|components|db|docs|e2e|scripts|server)\/[\w./()[\]-]+$/;

/** What the code has that a page can name. */
export interface CodeNames {
  readonly has: (identifier: string) => boolean;
  /** Whether a call, job or member of this dotted name is anywhere in code or in the pages printed from it. */
  readonly hasCall: (name: string) => boolean;
  readonly hasFile: (path: string) => boolean;
}

/**
 * Looks for names between backticks that pages kept when the code lost them: identifiers, calls and files.
 * @returns a sentence for each that says what to do
 */
export function nameProblems(root: string): string[] {
  const files = trackedFiles(root);
  const sources = files.filter(
    (file) => SOURCE.test(file) && file !== "package-lock.json" && !file.startsWith("db/migrations/"),
  );
  const printed = files.filter((file) => PRINTED.test(file));
  const text = [...new Set([...sources, ...printed])].map((file) => textOf(join(root, file))).join("\n");
  const identifiers = new Set(text.match(/[\w$]+/g));
  const names: CodeNames = {
    has: (identifier) => identifiers.has(identifier),
    hasCall: (name) => text.includes(name),
    hasFile: (path) => files.some((file) => file === path || file.startsWith(`${path.replace(/\/$/, "")}/`)),
  };
  return files
    .filter((file) => file.endsWith(".md") && !PRINTED.test(file))
    .flatMap((file) => goneNames(file, textOf(join(root, file)), names));
}

/** @returns a sentence for each name of this page that nothing has */
export function goneNames(page: string, text: string, names: CodeNames): string[] {
  const prose = text.replace(FENCED, (fenced) => fenced.replace(/[^\n]/g, " "));
  return [...prose.matchAll(QUOTED)]
    .filter(([, name = ""]) => isGone(name, names))
    .map(
      ({ 1: name, index }) =>
        `${page}:${lineAt(text, index)} names \`${name}\`, which is nowhere in the code. Name what it is called now, or say it in words.`,
    );
}

function isGone(name: string, { has, hasCall, hasFile }: CodeNames): boolean {
  const identifier = name.match(IDENTIFIER)?.[1];
  if (identifier) return !has(identifier);
  if (CALL.test(name)) return !hasCall(name);
  return FILE.test(name) && !hasFile(name);
}
