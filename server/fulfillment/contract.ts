import { z } from "zod";
import { eventId, eventSessionId } from "../catalog/contract.ts";
import { orderId } from "../orders/contract.ts";
import { orderMachine } from "../orders/machine.ts";
import { instantOut, noteText } from "../platform/values/text.ts";
import { HeldSeat } from "../seats/contract.ts";
import { DeliveryAddressView, shippingId, trackingNumber } from "../shipping/contract.ts";
import { shippingMachine } from "../shipping/machine.ts";
import { CARRIERS } from "../shipping/values.ts";
import {
  BATCH_STATES,
  MOVED_TOGETHER_MAX,
  needsReason,
  READ_MAX,
  TRACKING_COLUMNS,
  TRACKING_FAULTS,
} from "./values.ts";

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

export const MoveShippings = z
  .strictObject({
    ids: z.array(shippingId).min(1).max(MOVED_TOGETHER_MAX),
    to: z.enum(BATCH_STATES),
    reason: noteText.optional().meta({ description: "Needed where the parcels may end badly." }),
  })
  .superRefine(({ to, reason }, ctx) => {
    if (needsReason(to) && reason === undefined)
      ctx.addIssue({ code: "custom", path: ["reason"], message: `is needed for ${to}` });
  });

/** How the work on one of many parcels ended. */
export const ShippingResult = z.object({
  id: shippingId,
  /** `unchanged`: it was so already. */
  outcome: z.enum(["moved", "unchanged", "refused"]),
  /** Why it was refused; null otherwise. */
  reason: z.string().nullable(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});
export type ShippingResult = z.output<typeof ShippingResult>;

export const MovedShippings = z.object({ results: z.array(ShippingResult) });

export const CorrectTracking = z.strictObject({ id: shippingId, carrier: z.enum(CARRIERS), trackingNumber });

const Tracking = z.object({ carrier: z.string().nullable(), trackingNumber: z.string().nullable() });
export const TrackedShipping = Tracking.extend({
  id: shippingId,
  orderId,
  status: z.enum(shippingMachine.states),
  /** What it was before. */
  was: Tracking,
});

/** These parcels; or without ids those that are being prepared, the oldest first. */
export const ReadAddresses = z.strictObject({
  ids: z.array(shippingId).min(1).max(READ_MAX).optional(),
  session: eventSessionId.optional(),
  event: eventId.optional(),
  /** What for, which the audit log keeps. */
  purpose: z.enum(["look", "print"]),
});

/** A seat as the tickets in a parcel name it. */
export const ParcelSeat = HeldSeat.pick({ section: true, row: true, label: true, number: true });
export type ParcelSeat = z.output<typeof ParcelSeat>;

export const AddressedParcels = z.object({
  parcels: z.array(
    z.object({
      id: shippingId,
      orderId,
      orderNumber: z.string(),
      status: z.enum(shippingMachine.states),
      /** Whether it has not left, and its order stands. */
      isToBeSent: z.boolean(),
      eventTitle: z.string(),
      sessionId: eventSessionId,
      startsAt: instantOut,
      /** Tickets of the order that are not void. */
      quantity: z.int(),
      seats: z.array(ParcelSeat),
      /** Null once it is erased. */
      address: DeliveryAddressView.nullable(),
    }),
  ),
  /** Whether more are being prepared than are read at once. */
  hasMore: z.boolean(),
});

export const TrackingMistake = z.object({
  /** Of the file, as a text editor counts them; 1 is that of the headings. */
  line: z.int(),
  /** The heading of the cell; null where the mistake is of the whole line. */
  column: z.enum(TRACKING_COLUMNS).nullable(),
  code: z.enum(TRACKING_FAULTS),
  /** What stands there, cut where it is long; of `state_wrong` the state that the parcel has. */
  found: z.string(),
});
export type TrackingMistake = z.output<typeof TrackingMistake>;

/** A CSV file as it was sent: each of its lines is an order with its carrier and its tracking number. */
export const ShipOrders = z.strictObject({
  bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
});

export const ShippedOrders = z.object({
  results: z.array(ShippingResult.extend({ line: z.int(), orderId, orderNumber: z.string() })),
  mistakes: z.array(TrackingMistake),
  /** All of them, where more than are shown. */
  mistakeCount: z.int(),
});
export type ShippedOrders = z.output<typeof ShippedOrders>;
