import type { Tx } from "../../platform/operation/context.ts";
import type { HoldId } from "../contract.ts";
import { CHECKOUT_SECONDS } from "../policy.ts";
import { extendHolds as extend, type HoldRow } from "../store.ts";

/**
 * Gives buyers who go to the checkout five minutes from now, each hold once.
 * @returns those whose time was not over and that had not gone to a checkout before
 */
export const extendHolds = (tx: Tx, ids: readonly HoldId[]): Promise<HoldRow[]> =>
  extend(tx, ids, CHECKOUT_SECONDS);
