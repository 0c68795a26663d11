import { ListTransmissions, type TransmissionFilter } from "#server/transmissions/contract.ts";

const { status, destination, search } = ListTransmissions.shape;

/** The filter in an address; invalid parts are ignored. */
export function readFilter(params: Pick<URLSearchParams, "get">): TransmissionFilter {
  return {
    status: status.safeParse(params.get("status") ?? undefined).data,
    destination: destination.safeParse(params.get("destination") ?? undefined).data,
    search: search.safeParse(params.get("search") ?? undefined).data,
  };
}

/** The filter as an address carries it: empty, or with its question mark. */
export function queryOf(filter: TransmissionFilter): string {
  const given = Object.entries(filter).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return given.length === 0 ? "" : `?${new URLSearchParams(given)}`;
}

export const hrefOf = (filter: TransmissionFilter): string => `/admin/transmissions${queryOf(filter)}`;
