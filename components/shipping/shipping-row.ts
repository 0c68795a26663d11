import type { inferRouterOutputs } from "@trpc/server";
import type { AppRouter } from "#server/router.ts";
import type { ShippingId } from "#server/shipping/contract.ts";
import type { Area } from "../organizer/area.ts";

/** A parcel in the list. */
export type ShippingRow = inferRouterOutputs<AppRouter>["reports"]["shippings"]["items"][number];
/** A parcel with everything that belongs to it. */
export type ShippingReport = inferRouterOutputs<AppRouter>["reports"]["shipping"];

/** Parcels by their ids. */
export type Selection = ReadonlyMap<ShippingId, ShippingRow>;

/** The pages of the shipping desk. */
export const deskOf = (area: Area) => {
  const list = `/${area}/shipping`;
  return {
    list,
    parcel: (id: ShippingId) => `${list}/${id}`,
    print: (query: Readonly<Record<string, string | undefined>>) => {
      const given = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]));
      return given.length === 0 ? `${list}/print` : `${list}/print?${new URLSearchParams(given)}`;
    },
  };
};
