import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, it } from "vitest";
import { ko } from "./ko.ts";

const read = (file: string) => readFileSync(file, "utf8");
const isClient = (source: string) => /^"use client";/.test(source);

/** The modules of app/ and components/ that a module runs; types are erased. */
function importsOf(file: string, source: string): string[] {
  const named = source.matchAll(/^(?:import|export)(?! type\b)[^;]*?from "([^"]+)";$/gm);
  const lazy = source.matchAll(/\bimport\("([^"]+)"\)/g);
  return [...named, ...lazy]
    .map(([, specifier = ""]) => specifier)
    .filter((specifier) => /^(\.|#components\/)/.test(specifier))
    .map((specifier) =>
      specifier.startsWith("#") ? specifier.slice(1) : normalize(join(dirname(file), specifier)),
    )
    .filter((path) => /^(app|components)\/.*\.tsx?$/.test(path));
}

/** The namespaces that run in the browser: those of client modules and of all that they import. */
function usedBy(entries: readonly string[]): string[] {
  const used = new Set<string>();
  const seen = new Set<string>();
  const visit = (file: string, importedByClient: boolean) => {
    const source = read(file);
    const inBrowser = importedByClient || isClient(source);
    if (seen.has(`${file} ${inBrowser}`)) return;
    seen.add(`${file} ${inBrowser}`);
    if (inBrowser)
      for (const [call, namespace] of source.matchAll(/useTranslations\((?:["`](\w+))?/g)) {
        if (!namespace) throw new Error(`${file}: ${call}…) names no namespace`);
        used.add(namespace);
      }
    for (const imported of importsOf(file, source)) visit(imported, inBrowser);
  };
  for (const entry of entries) visit(entry, false);
  return [...used];
}

const sentBy = (file: string): string[] =>
  [...read(file).matchAll(/<PageMessages\s+of=\{\[([^\]]*)\]\}/g)].flatMap(([, list = ""]) =>
    [...list.matchAll(/"(\w+)"/g)].map(([, namespace = ""]) => namespace),
  );

/** The layouts around a page, or around a layout, from the outermost inwards. */
function layoutsAround(file: string): string[] {
  const folders = dirname(file).split("/");
  return folders
    .map((_, depth) => `${folders.slice(0, depth + 1).join("/")}/layout.tsx`)
    .filter((layout) => layout !== file && existsSync(layout));
}

/** An error page runs in the browser alone, so the layout beside it sends what it needs. */
const shownBy = (file: string): string[] =>
  [file, file.replace("layout.tsx", "error.tsx")].filter((each) => existsSync(each));

describe("what is sent is what client components use, and no layout around sends", () => {
  it.each(globSync("app/**/{page,layout,not-found}.tsx").sort())("%s", (file) => {
    const around = layoutsAround(file).flatMap(sentBy);
    const needed = usedBy(shownBy(file)).filter((namespace) => !around.includes(namespace));
    expect(sentBy(file).sort()).toEqual(needed.sort());
  });

  it("knows every namespace", () => {
    expect(usedBy(globSync("components/**/*.tsx")).every((namespace) => namespace in ko)).toBe(true);
  });
});
