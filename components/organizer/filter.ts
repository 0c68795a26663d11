import type { z } from "zod";
import { ListManagedEvents } from "#server/catalog/contract.ts";

const { status, search } = ListManagedEvents.shape;

export type EventFilter = Pick<z.output<typeof ListManagedEvents>, "status" | "search">;

/** The filter in an address; invalid parts are ignored. */
export function readFilter(params: Pick<URLSearchParams, "get">): EventFilter {
  return {
    status: status.safeParse(params.get("status") ?? undefined).data,
    search: search.safeParse(params.get("search") ?? undefined).data,
  };
}

/** The filter as an address carries it: empty, or with its question mark. */
export function queryOf(filter: EventFilter): string {
  const given = Object.entries(filter).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return given.length === 0 ? "" : `?${new URLSearchParams(given)}`;
}
