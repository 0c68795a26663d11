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
/** Spreadsheets have a hyphen or a stray sign where there is no number yet; real ones are ten characters or more. */
const IS_NUMBER = /^(?=.*\d)(?:-*[0-9A-Za-z]){4}/;
export const trackingNumber = z
  .string()
  .trim()
  .regex(/^[0-9A-Za-z-]+$/, "has letters, digits and hyphens only")
  .regex(IS_NUMBER, "is too short for a tracking number")
  .max(TRACKING_LENGTH_MAX);

/** Carriers of parcels in Korea. */
export const CARRIERS = ["CJ", "HANJIN", "LOTTE", "LOGEN", "POST"] as const;
export type Carrier = (typeof CARRIERS)[number];
export const isCarrier = (text: string): text is Carrier => CARRIERS.some((carrier) => carrier === text);

export const CARRIER_NAMES: Readonly<Record<Carrier, { readonly ko: string; readonly en: string }>> = {
  CJ: { ko: "CJ대한통운", en: "CJ Logistics" },
  HANJIN: { ko: "한진택배", en: "Hanjin" },
  LOTTE: { ko: "롯데택배", en: "Lotte Global Logistics" },
  LOGEN: { ko: "로젠택배", en: "Logen" },
  POST: { ko: "우체국택배", en: "Korea Post" },
};

/** Where each carrier shows a parcel, before its number (docs/decisions/047-paper-tickets.md). */
const TRACKING_PAGES: Readonly<Record<Carrier, string>> = {
  CJ: "https://trace.cjlogistics.com/next/tracking.html?wblNo=",
  HANJIN: "https://www.hanjin.com/kor/CMS/DeliveryMgr/WaybillResult.do?mCode=MN038&schLang=KR&wblnumText2=",
  LOTTE: "https://www.lotteglogis.com/home/reservation/tracking/linkView?InvNo=",
  LOGEN: "https://www.ilogen.com/web/personal/trace/",
  POST: "https://service.epost.go.kr/trace.RetrieveDomRigiTraceList.comm?sid1=",
};

/** The digits and letters of a tracking number, by which two ways to write it are the same. */
export const plainTracking = (number: string): string => number.replaceAll("-", "").toUpperCase();

/** The carrier's page of a parcel. */
export const trackingPageOf = (carrier: Carrier, number: string): string =>
  `${TRACKING_PAGES[carrier]}${encodeURIComponent(plainTracking(number))}`;
