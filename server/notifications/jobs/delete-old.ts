import type { AppContext } from "../../platform/operation/context.ts";
import { deleteOldNotifications } from "../store.ts";

/** Deletes notifications that are past their time, in small batches. @returns how many */
export async function deleteOld(ctx: AppContext): Promise<number> {
  let deleted = 0;
  for (;;) {
    const count = await deleteOldNotifications(ctx);
    deleted += count;
    if (count === 0) return deleted;
  }
}
