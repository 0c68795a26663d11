import type { AppContext } from "../../platform/operation/context.ts";
import { eraseOldAddresses as erase } from "../addresses.store.ts";

/** Erases the addresses of parcels, and of orders that were never paid, that ended long ago. @returns how many */
export const eraseOldAddresses = (ctx: AppContext): Promise<number> => erase(ctx);
