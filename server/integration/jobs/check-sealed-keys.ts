import type { AppContext } from "../../platform/operation/context.ts";
import { findUnreadable } from "../accounts.store.ts";

/**
 * Says loudly when Open API keys were sealed with another secret than this process has: their accounts look as if none had
 * been entered. It refuses no start, since a secret that leaked has to be changed.
 */
export async function checkSealedKeys(ctx: AppContext): Promise<void> {
  const vendorIds = await findUnreadable(ctx);
  if (vendorIds.length === 0) return;
  ctx.log.error({
    ...{ action: "integration.keys", outcome: "another_secret", vendorIds },
    advice:
      "The Open API keys of these vendors were sealed with another AUTH_SECRET and cannot be read. Restore the former AUTH_SECRET, or have the sellers enter their keys again.",
  });
}
