import { z } from "zod";
import { orderId } from "../orders/contract.ts";
import { orderMachine } from "../orders/machine.ts";
import { instantOut, noteText } from "../platform/values/text.ts";
import { CARRIERS, shippingId, trackingNumber } from "../shipping/contract.ts";
import { type ShippingState, shippingMachine } from "../shipping/machine.ts";

/** A parcel that comes to one of these states ends badly, or may, so that the reason is kept. */
const REASONED: readonly ShippingState[] = ["cancelled", "returned", "refunded", "lost", "compensated"];
export const needsReason = (to: ShippingState): boolean => REASONED.includes(to);

export const MoveShipping = z
  .strictObject({
    id: shippingId,
    to: z.enum(shippingMachine.states),
    reason: noteText.optional().meta({ description: "Needed where the parcel ends badly." }),
    carrier: z.enum(CARRIERS).optional().meta({ description: "Who carries it, once it is shipped." }),
    trackingNumber: trackingNumber.optional(),
  })
  .superRefine(({ to, reason, carrier, trackingNumber }, ctx) => {
    const demand = (path: string, isWanted: boolean, value: unknown) => {
      if (isWanted && value === undefined)
        ctx.addIssue({ code: "custom", path: [path], message: `is needed for ${to}` });
    };
    demand("reason", needsReason(to), reason);
    demand("carrier", to === "shipped", carrier);
    demand("trackingNumber", to === "shipped", trackingNumber);
  });

export const MovedShipping = z.object({
  id: shippingId,
  status: z.enum(shippingMachine.states),
  carrier: z.string().nullable(),
  trackingNumber: z.string().nullable(),
  orderId,
  orderStatus: z.enum(orderMachine.states),
  updatedAt: instantOut,
});
