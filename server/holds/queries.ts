import { approximateNow } from "../platform/database/clock.ts";
import { signedIn } from "../platform/operation/allow.ts";
import { defineQuery } from "../platform/operation/command.ts";
import type { AppContext } from "../platform/operation/context.ts";
import { platformErrors } from "../platform/operation/errors.ts";
import { ActiveHoldInput, Hold, type HoldId } from "./contract.ts";
import { endingOf, statusOf } from "./policy.ts";
import { findActiveHold, findHold, findOrderOfHold, type HoldRow } from "./store.ts";

export const getActiveHold = defineQuery({
  id: "holds.get-active-hold",
  summary: "The caller's live hold of an event session, or null.",
  allow: signedIn,
  input: ActiveHoldInput,
  output: Hold.nullable(),
  async run(ctx, { sessionId: eventSessionId }) {
    const hold = await findActiveHold(ctx, eventSessionId, ctx.actor.userId);
    const view = hold && (await viewHold(ctx, hold));
    return view?.status === "ACTIVE" ? view : null;
  },
});

/** The caller's hold. Throws `not_found` (404) for another's, as for one that never was. */
export async function requireOwnHold(ctx: AppContext, id: HoldId): Promise<HoldRow> {
  const hold = ctx.actor.kind === "user" ? await findHold(ctx, id, ctx.actor.userId) : undefined;
  if (!hold) throw platformErrors.not_found({ what: "hold" });
  return hold;
}

export async function viewHold(ctx: AppContext, hold: HoldRow) {
  const { id, eventSessionId, quantity, expiresAt, sold } = hold;
  const [now, order] = await Promise.all([
    approximateNow(ctx.db),
    hold.extended ? findOrderOfHold(ctx, id) : undefined,
  ]);
  const status = statusOf(hold, now);
  return {
    ...{ holdId: id, sessionId: eventSessionId, quantity, status, expiresAt },
    ending: endingOf(status, { sold, order }),
    orderId: order?.replacedById ?? order?.id ?? null,
  };
}
