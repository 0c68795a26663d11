import type { AppContext } from "../../platform/operation/context.ts";
import { deleteOldNotifications } from "../store.ts";
import { deleteOldTurnWishes } from "../turns.store.ts";

/** Deletes notifications that are past their time, in small batches, and who wanted to be told of a turn that is over. @returns how many */
export async function deleteOld(ctx: AppContext): Promise<number> {
  let deleted = await deleteOldTurnWishes(ctx);
  for (;;) {
    const count = await deleteOldNotifications(ctx);
    deleted += count;
    if (count === 0) return deleted;
  }
}
