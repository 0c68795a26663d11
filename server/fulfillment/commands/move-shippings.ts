import type { z } from "zod";
import { inTransaction } from "../../platform/database/transaction.ts";
import { role } from "../../platform/operation/allow.ts";
import { writeAudit } from "../../platform/operation/audit.ts";
import { defineDirectCommand } from "../../platform/operation/command.ts";
import type { AppContext, UserActor } from "../../platform/operation/context.ts";
import { AppError } from "../../platform/operation/errors.ts";
import type { ShippingId } from "../../shipping/contract.ts";
import { MovedShippings, MoveShippings, type ShippingResult } from "../contract.ts";
import { moveParcel } from "../steps/move-parcel.ts";

/**
 * Moves many parcels to one state, each in a transaction of its own, and says how each ended: a refusal of one holds up no
 * other. One that has the state already stays as it is, so that a second run does nothing twice.
 */
export const moveShippings = defineDirectCommand({
  id: "fulfillment.move-shippings",
  summary: "Move parcels to one state, each by itself, and say how each ended.",
  allow: role("ADMIN", "SELLER"),
  input: MoveShippings,
  output: MovedShippings,
  async run(ctx, { ids, to, reason }) {
    const results: z.input<typeof ShippingResult>[] = [];
    // One after another, since they are sent by one person and may be of one event session, whose stock is one row.
    for (const id of new Set(ids))
      results.push(
        await endOf(id, () =>
          moveAudited(ctx, { id, to }, { action: "fulfillment.move-shippings", note: reason }),
        ),
      );
    return { results };
  },
});

interface Recorded {
  readonly action: string;
  readonly note?: string | undefined;
}

/** Moves a parcel in a transaction of its own, with its audit row. */
export const moveAudited = (
  ctx: AppContext<UserActor>,
  moving: Parameters<typeof moveParcel>[1],
  { action, note }: Recorded,
) =>
  inTransaction(ctx, async (tx) => {
    const moved = await moveParcel(tx, moving);
    const { id, ...step } = moving;
    const meta = { ...step, note, orderId: moved.shipping.orderId };
    writeAudit(tx, [{ action, target: id, outcome: "ok", meta }]);
    return moved;
  });

/** How the work on one parcel ended: its refusal is an answer too, and every other error is thrown. */
export async function endOf(
  id: ShippingId,
  work: () => Promise<{ readonly hasMoved: boolean }>,
): Promise<z.input<typeof ShippingResult>> {
  try {
    const { hasMoved } = await work();
    return { id, outcome: hasMoved ? "moved" : "unchanged", reason: null, params: {} };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { id, outcome: "refused", reason: error.reason, params: error.params };
  }
}
