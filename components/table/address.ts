/** A filter of a list, kept in the address under its name. */
export type Filter =
  | {
      readonly kind: "choice";
      readonly name: string;
      readonly label: string;
      /** The word for no choice. */
      readonly any: string;
      readonly options: readonly { readonly value: string; readonly label: string }[];
    }
  | { readonly kind: "text"; readonly name: string; readonly label: string; readonly hint?: string }
  /** A day in Seoul, such as `2026-12-24`. */
  | { readonly kind: "day"; readonly name: string; readonly label: string };

/** Longer texts are in no list. */
export const FILTER_TEXT_MAX = 200;

type Params = Pick<URLSearchParams, "get">;

/** The filters' values in an address; values that no filter can have are ignored. */
export function readFilters(filters: readonly Filter[], params: Params): Record<string, string> {
  const given = filters.map((filter) => [filter.name, readFilter(filter, params)] as const);
  return Object.fromEntries(given.filter((entry): entry is [string, string] => entry[1] !== undefined));
}

function readFilter(filter: Filter, params: Params): string | undefined {
  const text = params.get(filter.name)?.trim() || undefined;
  if (text === undefined) return undefined;
  if (filter.kind === "choice") return filter.options.some(({ value }) => value === text) ? text : undefined;
  if (filter.kind === "day") return /^\d{4}-\d\d-\d\d$/.test(text) ? text : undefined;
  return text.length <= FILTER_TEXT_MAX ? text : undefined;
}

/** The sort in an address: one of the names, with `-` before it for the greatest first. */
export function readSort(names: readonly string[], params: Params, initial: string): string {
  const sort = params.get("sort") ?? "";
  return names.includes(sort.replace(/^-/, "")) ? sort : initial;
}

/** The query of an address with these values, or nothing: empty, or with its question mark. */
export function queryOf(values: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(values).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return given.length === 0 ? "" : `?${new URLSearchParams(given)}`;
}
