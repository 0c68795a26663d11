/** Where the build writes down which scripts each light page needs, by the page's name. */
export const LIGHT_MANIFEST = ".next/light-pages.json";

/** The addresses of a page's scripts by its name: first the one that begins, then all that it imports. */
export type LightScripts = Readonly<Record<string, readonly [string, ...string[]]>>;
