import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** A file to make, and the template below `scripts/new/` that it is made of. */
export type Plan = Readonly<Record<string, string>>;

/**
 * Writes files from templates, in whose text and paths each key of `words` is replaced by its value.
 * @param root - the directory that has `server/`
 * @returns the paths written, below `root`
 */
export function write(root: string, plan: Plan, words: Readonly<Record<string, string>>): string[] {
  const pattern = new RegExp(Object.keys(words).join("|"), "g");
  const fill = (text: string) => text.replace(pattern, (word) => words[word] ?? word);
  return Object.entries(plan).map(([path, template]) => {
    const text = readFileSync(fileURLToPath(new URL(template, import.meta.url)), "utf8");
    const file = fill(path);
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), fill(text));
    return file;
  });
}
