import type { AppContext } from "../../platform/operation/context.ts";
import { eraseOldestSent } from "../contents.store.ts";

/**
 * Erases the contents of transmissions that were sent long ago, and of the answers to them, in small batches: ids, times
 * and outcomes stay, names and amounts do not.
 * @returns how many
 */
export async function eraseSent(ctx: AppContext): Promise<number> {
  let erased = 0;
  for (;;) {
    const count = await eraseOldestSent(ctx);
    erased += count;
    if (count === 0) return erased;
  }
}
