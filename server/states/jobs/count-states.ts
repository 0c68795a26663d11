import { stateHistory } from "#db/schema/platform.ts";
import { completeUpTo } from "../../platform/database/complete-up-to.ts";
import type { AppContext } from "../../platform/operation/context.ts";
import { countSteps } from "../store.ts";

/** Brings the counts of states up to where the history is complete. */
export async function countStates(ctx: AppContext): Promise<void> {
  const until = await completeUpTo(ctx, stateHistory);
  if (until === undefined) return;
  while (await countSteps(ctx, until));
}
