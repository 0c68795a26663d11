import { z } from "zod";
import { type Id, idOf } from "../platform/values/ids.ts";
import { phoneNumberOf } from "../platform/values/phone.ts";
import { textOf } from "../platform/values/text.ts";

export type ShippingId = Id<"shipping">;
export const shippingId = idOf("shipping");

export const RECIPIENT_LENGTH_MAX = 50;
export const ADDRESS_LENGTH_MAX = 100;

const PICTURES = /\p{Extended_Pictographic}|\p{Regional_Indicator}/u;
/** What a label printer and a carrier can read. */
const printable = (lengthMax: number) =>
  textOf(lengthMax).refine((text) => !PICTURES.test(text), "holds an emoji, which no label has");

/** A telephone number of Korea as people type it; in E.164 afterwards. */
const koreanPhone = z
  .string()
  .max(40)
  .transform((text, ctx) => {
    const number = phoneNumberOf(text);
    if (number?.startsWith("+82")) return number;
    ctx.addIssue("is no telephone number in Korea");
    return z.NEVER;
  })
  .meta({ example: "010-0000-0001" });

/** Where a parcel goes: an address in Korea, in Hangul as carriers read it. */
export const DeliveryAddress = z.strictObject({
  recipient: printable(RECIPIENT_LENGTH_MAX),
  phone: koreanPhone,
  postcode: z
    .string()
    .trim()
    .regex(/^\d{5}$/, "is no postcode of Korea, which has five digits"),
  address1: printable(ADDRESS_LENGTH_MAX).refine(
    (text) => /\p{Script=Hangul}/u.test(text),
    "is no address in Korea, written in Hangul",
  ),
  address2: printable(ADDRESS_LENGTH_MAX).optional(),
});
export type DeliveryAddress = z.output<typeof DeliveryAddress>;

/** The same in an answer. */
export const DeliveryAddressView = z.object({
  recipient: z.string(),
  phone: z.string(),
  postcode: z.string(),
  address1: z.string(),
  address2: z.string().optional(),
});

/** How the tickets come to the buyer. */
export const Delivery = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("MOBILE") }),
  DeliveryAddress.extend({ type: z.literal("PAPER") }),
]);
export type Delivery = z.output<typeof Delivery>;

const TRACKING_LENGTH_MAX = 40;
export const trackingNumber = z
  .string()
  .trim()
  .regex(/^[0-9A-Za-z-]+$/, "has letters, digits and hyphens only")
  .max(TRACKING_LENGTH_MAX);

/** Carriers of parcels in Korea. */
export const CARRIERS = ["CJ", "HANJIN", "LOTTE", "LOGEN", "POST"] as const;
