/** Where the build writes down which scripts each light page needs, by the page's name, and each part that one loads later. */
export const LIGHT_MANIFEST = ".next/light-pages.json";

/** The addresses of the scripts of a page or part by its name: first the one that begins, then all that it imports. */
export type LightScripts = Readonly<Record<string, readonly [string, ...string[]]>>;
