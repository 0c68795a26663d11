import { ListTransmissions, type TransmissionFilter } from "#server/transmissions/contract.ts";
import { queryOf } from "../../table/address.ts";

const { status, destination, search } = ListTransmissions.shape;

/** The filter in an address; invalid parts are ignored. */
export function readFilter(params: Pick<URLSearchParams, "get">): TransmissionFilter {
  return {
    status: status.safeParse(params.get("status") ?? undefined).data,
    destination: destination.safeParse(params.get("destination") ?? undefined).data,
    search: search.safeParse(params.get("search") ?? undefined).data,
  };
}

export const hrefOf = (filter: TransmissionFilter): string => `/admin/transmissions${queryOf(filter)}`;
