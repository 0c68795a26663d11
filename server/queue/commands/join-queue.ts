import { saleRefusals } from "../../catalog/errors.ts";
import { saleWithHoldsOf } from "../../holds/queries.ts";
import { signedIn } from "../../platform/operation/allow.ts";
import { defineDirectCommand } from "../../platform/operation/command.ts";
import { Place, QueueInput } from "../contract.ts";
import { queueErrors } from "../errors.ts";
import { admittingOf, joinRefusal } from "../policy.ts";
import { followPlace, viewPlace } from "../queries.ts";
import { joinQueue as join } from "../store.ts";

/**
 * Gives a place in the queue, or the one the caller has.
 * @throws `sales_not_open`, `sales_paused`, `sales_closed`, `event_withdrawn`, `session_cancelled`, `sold_out` (409), `line_full` (429), `not_found`; `unavailable` without Redis
 */
export const joinQueue = defineDirectCommand({
  id: "queue.join",
  summary: "Take a place in the queue; asking again gives the same place and token.",
  allow: signedIn,
  input: QueueInput,
  output: Place,
  refuses: [...saleRefusals, queueErrors.sold_out, queueErrors.line_full],
  async run(ctx, { sessionId: eventSessionId }) {
    const { userId } = ctx.actor;
    const sale = await saleWithHoldsOf(ctx, eventSessionId);
    const refusal = joinRefusal(sale);
    if (refusal) throw refusal;
    const lengthMax = sale.queue.maxLength;
    const place = await join(ctx.redis, { eventSessionId, userId, lengthMax, admitting: admittingOf(sale) });
    if (!place) throw queueErrors.line_full({ lengthMax });
    const view = viewPlace({ eventSessionId, userId }, place);
    followPlace(ctx, view.queueToken);
    return view;
  },
});
