import { lineOf } from "#server/platform/values/lines.ts";
import type { TransmissionFilter } from "#server/transmissions/contract.ts";
import { transmissionMachine } from "#server/transmissions/machine.ts";
import { DESTINATIONS, SEARCH_LENGTH_MAX } from "#server/transmissions/values.ts";
import { queryOf } from "../../table/address.ts";

/** The filter in an address; invalid parts are ignored. */
export function readFilter(params: Pick<URLSearchParams, "get">): TransmissionFilter {
  return {
    status: transmissionMachine.states.find((state) => state === params.get("status")),
    destination: DESTINATIONS.find((name) => name === params.get("destination")),
    search: lineOf(params.get("search") ?? "", SEARCH_LENGTH_MAX),
  };
}

export const hrefOf = (filter: TransmissionFilter): string => `/admin/transmissions${queryOf(filter)}`;
