import { faultsOfLine } from "../platform/values/lines.ts";
import { phoneNumberOf } from "../platform/values/phone.ts";

export const RECIPIENT_LENGTH_MAX = 50;
export const ADDRESS_LENGTH_MAX = 100;

export const PHONE_LENGTH_MAX = 40;

const PICTURES = /\p{Extended_Pictographic}|\p{Regional_Indicator}/u;

/** @returns the number in E.164, or undefined where it is no telephone number in Korea */
export function koreanPhoneOf(typed: string): string | undefined {
  const number = typed.length <= PHONE_LENGTH_MAX ? phoneNumberOf(typed) : undefined;
  return number?.startsWith("+82") ? number : undefined;
}

export const POSTCODE = /^\d{5}$/;
export const POSTCODE_FAULT = "is no postcode of Korea, which has five digits";

/** What a label printer and a carrier can read. */
const printable = (lengthMax: number) => (text: string) => [
  ...faultsOfLine(text, lengthMax),
  ...(PICTURES.test(text) ? ["holds an emoji, which no label has"] : []),
];

/**
 * What is wrong with each field of an address in Korea, composed (NFC) and trimmed: sentences for clients of the API, none
 * where it may be kept.
 */
export const ADDRESS_RULES = {
  recipient: printable(RECIPIENT_LENGTH_MAX),
  phone: (text: string) => (koreanPhoneOf(text) ? [] : ["is no telephone number in Korea"]),
  postcode: (text: string) => (POSTCODE.test(text) ? [] : [POSTCODE_FAULT]),
  address1: (text: string) => [
    ...printable(ADDRESS_LENGTH_MAX)(text),
    ...(/\p{Script=Hangul}/u.test(text) ? [] : ["is no address in Korea, written in Hangul"]),
  ],
  address2: printable(ADDRESS_LENGTH_MAX),
} as const;

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
