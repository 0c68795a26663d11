import { inTransaction } from "../../platform/database/transaction.ts";
import type { AppContext } from "../../platform/operation/context.ts";
import { removePosterFiles } from "../gateways/poster-files.ts";
import { UNUSED_HOURS_MAX } from "../policy.ts";
import { deletePosters, lockUnused } from "../store.ts";

/** Rows of one transaction, which is open while their files are removed. */
const BATCH = 20;

/**
 * Removes the posters that no event has shown for a day, the files before the row: what breaks off is done again by the
 * next run. They are too old to be chosen, so none comes into use meanwhile.
 * @returns how many
 */
export async function removeUnused(ctx: AppContext): Promise<number> {
  let removed = 0;
  for (;;) {
    const count = await inTransaction(ctx, async (tx) => {
      const unused = await lockUnused(tx, UNUSED_HOURS_MAX, BATCH);
      await Promise.all(unused.map(removePosterFiles));
      await deletePosters(
        tx,
        unused.map(({ id }) => id),
      );
      return unused.length;
    });
    removed += count;
    if (count === 0) return removed;
  }
}
