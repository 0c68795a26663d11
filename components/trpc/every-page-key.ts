/**
 * Under which a list is kept that is read page by page. tRPC's own infinite query sends a direction, which our lists have not.
 * @param list - the query of one page
 */
export const everyPageKey = (list: { pathKey: () => readonly unknown[] }) => [...list.pathKey(), "all"];
