import type { z } from "zod";
import { inTransaction } from "../../platform/database/transaction.ts";
import { role } from "../../platform/operation/allow.ts";
import { writeAudit } from "../../platform/operation/audit.ts";
import { defineDirectCommand } from "../../platform/operation/command.ts";
import { plainTracking } from "../../shipping/values.ts";
import { ShipOrders, ShippedOrders } from "../contract.ts";
import { findOrdersByNumber, findTracked } from "../store.ts";
import { planShipping, readTrackingFile } from "../tracking.policy.ts";
import { MISTAKES_SHOWN_MAX } from "../values.ts";
import { endOf, moveAudited } from "./move-shippings.ts";

const ACTION = "fulfillment.ship-orders";

/**
 * Ships the orders of a CSV file with their tracking numbers, each in a transaction of its own, and says how each ended; or
 * tells the file's mistakes and ships none. An order that was shipped under that number before stays as it is, so that a
 * file may be sent again.
 */
export const shipOrders = defineDirectCommand({
  id: ACTION,
  summary: "Ship the orders of a CSV file with tracking numbers, or tell the file's mistakes.",
  allow: role("ADMIN", "SELLER"),
  input: ShipOrders,
  output: ShippedOrders,
  async run(ctx, { bytes }) {
    const file = readTrackingFile(bytes);
    const ownerId = ctx.actor.role === "ADMIN" ? undefined : ctx.actor.userId;
    const ends = file.rows.flatMap(({ order }) => order?.end ?? []);
    const numbers = file.rows.flatMap(({ trackingNumber }) =>
      trackingNumber ? [plainTracking(trackingNumber)] : [],
    );
    const { mistakes, shipping } = planShipping(file, {
      orders: await findOrdersByNumber(ctx, ends, ownerId),
      tracked: await findTracked(ctx, numbers),
    });
    if (mistakes.length > 0)
      return { results: [], mistakes: mistakes.slice(0, MISTAKES_SHOWN_MAX), mistakeCount: mistakes.length };
    await inTransaction(ctx, async (tx) =>
      writeAudit(tx, [{ action: ACTION, outcome: "ok", meta: { count: shipping.length } }]),
    );
    const results: z.input<typeof ShippedOrders>["results"] = [];
    for (const { isDone, carrier, trackingNumber, ...order } of shipping) {
      const { id } = order;
      const result = await endOf(id, async () =>
        isDone
          ? { hasMoved: false }
          : moveAudited(ctx, { id, to: "shipped", carrier, trackingNumber }, { action: ACTION }),
      );
      results.push({ ...order, ...result });
    }
    return { results, mistakes: [], mistakeCount: 0 };
  },
});
