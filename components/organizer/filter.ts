import type { z } from "zod";
import type { ListManagedEvents } from "#server/catalog/contract.ts";
import { EVENT_STATUSES, SEARCH_LENGTH_MAX } from "#server/catalog/values.ts";
import { lineOf } from "#server/platform/values/lines.ts";

export type EventFilter = Pick<z.output<typeof ListManagedEvents>, "status" | "search">;

/** The filter in an address; invalid parts are ignored. */
export function readFilter(params: Pick<URLSearchParams, "get">): EventFilter {
  return {
    status: EVENT_STATUSES.find((status) => status === params.get("status")),
    search: lineOf(params.get("search") ?? "", SEARCH_LENGTH_MAX),
  };
}

/** The filter as an address carries it: empty, or with its question mark. */
export function queryOf(filter: EventFilter): string {
  const given = Object.entries(filter).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return given.length === 0 ? "" : `?${new URLSearchParams(given)}`;
}
