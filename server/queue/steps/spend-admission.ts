import type { EventSessionId } from "../../catalog/contract.ts";
import { saleWithHoldsOf } from "../../holds/queries.ts";
import type { AppContext } from "../../platform/operation/context.ts";
import type { Id } from "../../platform/values/ids.ts";
import { admittingOf } from "../policy.ts";
import { spendPlaces } from "../store.ts";

/**
 * Ends the admissions of people whose hold was committed and lets the next in. Safe to call twice. It never
 * throws: the hold stands, and an admission that could not be taken away ends by itself within two minutes.
 */
export async function spendAdmissions(
  ctx: AppContext,
  eventSessionId: EventSessionId,
  userIds: readonly Id<"user">[],
): Promise<void> {
  if (userIds.length === 0) return;
  try {
    const admitting = admittingOf(await saleWithHoldsOf(ctx, eventSessionId));
    await spendPlaces(ctx.redis, { eventSessionId, admitting, userIds });
  } catch (error) {
    ctx.log.warn({ err: error, traceId: ctx.traceId, action: "queue.spend-admissions" });
  }
}
