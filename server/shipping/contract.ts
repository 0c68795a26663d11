import { z } from "zod";
import { type Id, idOf } from "../platform/values/ids.ts";
import { typedText } from "../platform/values/text.ts";
import {
  ADDRESS_LENGTH_MAX,
  ADDRESS_RULES,
  koreanPhoneOf,
  PHONE_LENGTH_MAX,
  POSTCODE,
  POSTCODE_FAULT,
  RECIPIENT_LENGTH_MAX,
} from "./values.ts";

export type ShippingId = Id<"shipping">;
export const shippingId = idOf("shipping");
/** A telephone number of Korea as people type it; in E.164 afterwards. */
const koreanPhone = z
  .string()
  .max(PHONE_LENGTH_MAX)
  .transform((text, ctx) => {
    const number = koreanPhoneOf(text);
    if (number) return number;
    for (const fault of ADDRESS_RULES.phone(text)) ctx.addIssue(fault);
    return z.NEVER;
  })
  .meta({ example: "010-0000-0001" });

/** Where a parcel goes: an address in Korea, in Hangul as carriers read it. */
export const DeliveryAddress = z.strictObject({
  recipient: typedText(RECIPIENT_LENGTH_MAX, ADDRESS_RULES.recipient),
  phone: koreanPhone,
  postcode: z.string().trim().regex(POSTCODE, POSTCODE_FAULT),
  address1: typedText(ADDRESS_LENGTH_MAX, ADDRESS_RULES.address1),
  address2: typedText(ADDRESS_LENGTH_MAX, ADDRESS_RULES.address2).optional(),
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
/** Spreadsheets have a hyphen or a stray sign where there is no number yet; real ones are ten characters or more. */
const IS_NUMBER = /^(?=.*\d)(?:-*[0-9A-Za-z]){4}/;
export const trackingNumber = z
  .string()
  .trim()
  .regex(/^[0-9A-Za-z-]+$/, "has letters, digits and hyphens only")
  .regex(IS_NUMBER, "is too short for a tracking number")
  .max(TRACKING_LENGTH_MAX);
