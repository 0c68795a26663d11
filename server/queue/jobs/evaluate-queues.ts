import { raiseAlerts } from "../../alerts/steps/raise-alerts.ts";
import { resolveAlerts } from "../../alerts/steps/resolve-alerts.ts";
import type { EventSessionId } from "../../catalog/contract.ts";
import { findCurrentSessions } from "../../catalog/store.ts";
import { saleWithHoldsOf } from "../../holds/queries.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import type { AppContext } from "../../platform/operation/context.ts";
import { countGrowth, rateOf } from "../../platform/redis/counters.ts";
import { admittingOf, hasCollapsed } from "../policy.ts";
import { advanceQueue } from "../store.ts";

/** Raises an alert about a queue that has stopped letting people in, or ends it (docs/spec/operations.md#alerts). */
export async function evaluateQueues(ctx: AppContext): Promise<void> {
  const ids = await findCurrentSessions(ctx);
  const collapsed: EventSessionId[] = [];
  for (const id of ids) if (await isCollapsed(ctx, id)) collapsed.push(id);
  await inTransaction(ctx, async (tx) => {
    await raiseAlerts(
      tx,
      collapsed.map((subject) => ({ kind: "admissions_collapsed", subject, detail: {} })),
    );
    const others = ids.filter((id) => !collapsed.includes(id));
    await resolveAlerts(tx, "admissions_collapsed", others);
  });
}

/** A queue that lets no one in because nothing is on sale has not collapsed. */
async function isCollapsed(ctx: AppContext, id: EventSessionId): Promise<boolean> {
  const admitting = admittingOf(await saleWithHoldsOf(ctx, id));
  const { epoch, waiting, entries } = await advanceQueue(ctx.redis, { eventSessionId: id, admitting });
  if (epoch === "") return false;
  const name = `admitted:${id}`;
  await countGrowth(ctx, name, entries);
  return admitting.limit > 0 && hasCollapsed(await rateOf(ctx, name), waiting);
}
