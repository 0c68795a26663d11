/** Where the build writes down what it made for the light pages. */
export const LIGHT_MANIFEST = ".next/light-pages.json";

/** The addresses of the scripts of a page or part by its name: first the one that begins, then all that it imports. */
export type LightScripts = Readonly<Record<string, readonly [string, ...string[]]>>;

/** What stands in place of a style sheet of Next's. */
interface LightSheet {
  /** Without the fonts of rare letters, so that the first picture waits for half as much. */
  readonly first: string;
  /** The fonts of rare letters, which the page's scripts turn on. */
  readonly letters: string;
}

/** By the address of Next's. */
export type LightSheets = Readonly<Record<string, LightSheet>>;

export interface LightBuild {
  readonly scripts: LightScripts;
  readonly sheets: LightSheets;
}
