import { randomUUID } from "node:crypto";
import type { AppContext, Tx } from "../platform/operation/context.ts";

/** Which version of the shop's lists is the newest. It is a random text, so that none comes twice where Redis is lost. */
const REVISION_KEY = "shop-revision";

/**
 * Has every process ask Postgres for the shop's lists again once the transaction has committed: to be called where an
 * event or an event session is made or changed, and where a sale sells out or has tickets again.
 */
export const dropListings = (tx: Tx): void =>
  tx.afterEnd(async (outcome) => {
    // Without Redis no process keeps a list, and those that lost sight of it for a moment keep theirs for a minute at most.
    if (outcome === "committed") await tx.redis.set(REVISION_KEY, randomUUID()).catch(() => {});
  });

/** The newest version of the lists; undefined where Redis does not answer, so that nothing may be kept. */
export async function listingRevision({ redis }: AppContext): Promise<string | undefined> {
  if (redis.status !== "ready") return undefined;
  try {
    const known = await redis.get(REVISION_KEY);
    if (known) return known;
    const made = randomUUID();
    return (await redis.set(REVISION_KEY, made, "NX"))
      ? made
      : ((await redis.get(REVISION_KEY)) ?? undefined);
  } catch {
    return undefined;
  }
}
