import type { EventSessionId } from "../../catalog/contract.ts";
import { announce } from "../../platform/jobs/announce.ts";
import type { Tx } from "../../platform/operation/context.ts";
import type { Id } from "../../platform/values/ids.ts";
import { EVENT_SESSION_CANCELLED } from "../contract.ts";
import { insertCancellations } from "../store.ts";

interface Cancelled {
  /** Event sessions whose sale the caller has closed for good in this transaction. */
  readonly eventSessionIds: readonly EventSessionId[];
  readonly cancelledById: Id<"user">;
}

/** Records that event sessions are cancelled, in the caller's transaction, and starts the refunds after its commit. */
export async function beginRefunds(tx: Tx, { eventSessionIds, cancelledById }: Cancelled): Promise<void> {
  await insertCancellations(
    tx,
    eventSessionIds.map((eventSessionId) => ({ eventSessionId, cancelledById })),
  );
  for (const eventSessionId of eventSessionIds)
    announce(tx, { name: EVENT_SESSION_CANCELLED, data: { eventSessionId } });
}
