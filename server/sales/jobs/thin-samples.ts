import type { AppContext } from "../../platform/operation/context.ts";
import { THINNING } from "../policy.ts";
import { deleteSamples } from "../store.ts";

/** Keeps fewer of the older samples. @returns how many were deleted */
export async function thinSamples(ctx: AppContext): Promise<number> {
  let deleted = 0;
  for (const rule of THINNING) deleted += await deleteSamples(ctx, rule);
  return deleted;
}
