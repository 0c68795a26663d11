import type { EventSessionId } from "../../catalog/contract.ts";
import { saleWithHoldsOf } from "../../holds/queries.ts";
import type { Tx } from "../../platform/operation/context.ts";
import type { Id } from "../../platform/values/ids.ts";
import { admittingOf } from "../policy.ts";
import { spendPlaces } from "../store.ts";

/**
 * Ends the admissions of people who hold tickets, once the caller's transaction is committed, and lets the next in. Safe
 * to call twice. A failure is only logged: the hold stands, and an admission that could not be taken away ends by itself
 * within two minutes.
 */
export function spendAdmissions(
  tx: Tx,
  eventSessionId: EventSessionId,
  userIds: readonly Id<"user">[],
): void {
  if (userIds.length === 0) return;
  tx.afterCommit(async (ctx) => {
    const admitting = admittingOf(await saleWithHoldsOf(ctx, eventSessionId));
    await spendPlaces(ctx.redis, { eventSessionId, admitting, userIds });
  });
}
