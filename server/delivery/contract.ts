import { z } from "zod";
import { instantIn, instantOut } from "../platform/values/text.ts";

/** How the tickets of an order come to its buyer: on the phone, or on paper too. */
export const DELIVERY_TYPES = ["MOBILE", "PAPER"] as const;

/** KRW of a parcel at most. */
const SHIPPING_FEE_MAX = 100_000;
const shippingFee = z.int().min(0).max(SHIPPING_FEE_MAX);

/** What kinds of tickets a new event session offers, which is one at the least. */
export const NewOffer = z.strictObject({
  mobile: z.boolean().default(true),
  paper: z.boolean().default(false),
  /** Until when paper can be ordered; null means three days before the start. */
  paperUntil: instantIn.nullable().default(null),
  /** KRW for the parcel of an order. */
  shippingFee: shippingFee.default(3000),
});

/** A change of it, which counts for what is ordered from then on; what is left out stays as it is. */
export const ChangedOffer = z.strictObject({
  mobile: z.boolean().optional(),
  paper: z.boolean().optional(),
  paperUntil: instantIn.nullable().optional(),
  shippingFee: shippingFee.optional(),
});
export type ChangedOffer = z.output<typeof ChangedOffer>;

/** What an event session offers, as clients see it. */
export const OfferView = z.object({
  mobile: z.boolean(),
  paper: z.boolean(),
  paperUntil: instantOut.meta({ description: "Until when paper tickets can be ordered." }),
  shippingFee: z.int().meta({ description: "KRW for the parcel of an order." }),
});
