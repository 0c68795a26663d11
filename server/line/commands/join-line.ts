import { saleRefusals } from "../../catalog/errors.ts";
import { saleOf } from "../../catalog/queries.ts";
import { signedIn } from "../../platform/allow.ts";
import { defineDirectCommand } from "../../platform/command.ts";
import { platformErrors } from "../../platform/errors.ts";
import { LineInput, Place } from "../contract.ts";
import { lineErrors } from "../errors.ts";
import { admittingOf, joinRefusal } from "../policy.ts";
import { viewPlace } from "../queries.ts";
import { joinLine as join } from "../store.ts";

/**
 * Gives a place in the line, or the one the caller has.
 * @throws `sales_not_open`, `sales_paused`, `sales_closed`, `event_withdrawn`, `sold_out` (409), `line_full` (429), `not_found`; `unavailable` without Redis
 */
export const joinLine = defineDirectCommand({
  id: "line.join-line",
  summary: "Take a place in the line; asking again gives the same place and token.",
  allow: signedIn,
  input: LineInput,
  output: Place,
  refuses: [...saleRefusals, lineErrors.sold_out, lineErrors.line_full],
  async run(ctx, { sessionId: eventSessionId }) {
    if (ctx.actor.kind !== "user") throw platformErrors.unauthorized();
    const { userId } = ctx.actor;
    const sale = await saleOf(ctx, eventSessionId);
    const refusal = joinRefusal(sale);
    if (refusal) throw refusal;
    const lengthMax = sale.line.maxLength;
    const place = await join(ctx.redis, { eventSessionId, userId, lengthMax, admitting: admittingOf(sale) });
    if (!place) throw lineErrors.line_full({ lengthMax });
    return viewPlace({ eventSessionId, userId }, place);
  },
});
