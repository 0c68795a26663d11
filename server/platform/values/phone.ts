/** Of a number that is written as one dials it here. */
const COUNTRY = "82";

/**
 * A telephone number in E.164, of any form in which people and gateways write it: 010-0000-0001, 821000000001,
 * +82 010…, 0082…, tel:…, full-width. A number without a country is of Korea; 1577-7011 is one, too.
 * @returns undefined for what is no telephone number
 */
export function phoneNumberOf(text: string): string | undefined {
  const written = text
    .normalize("NFKC")
    .trim()
    .replace(/^tel:/i, "")
    .replace(/;.*$/, "")
    .replace(/[\s().\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u2010-\u2015\u2212-]/g, "");
  if (!/^\+?\d+$/.test(written)) return undefined;
  const digits = international(written);
  return /^[1-9]\d{7,14}$/.test(digits) ? `+${digits}` : undefined;
}

/** Country and number; the zero that one dials within a country has no place after its code. */
function international(written: string): string {
  if (/^(?:\+|00)/.test(written)) return withoutTrunkZero(written.replace(/^(?:\+|00)/, ""));
  if (written.startsWith("0")) return COUNTRY + written.slice(1);
  // Service numbers of eight digits, which no area code precedes.
  if (/^1[568]\d{6}$/.test(written)) return COUNTRY + written;
  return withoutTrunkZero(written);
}

const withoutTrunkZero = (digits: string): string => digits.replace(new RegExp(`^${COUNTRY}0+`), COUNTRY);

/**
 * A telephone number as people in Korea write it: `+821000000001` is `010-0000-0001`.
 * @param number - in E.164; one of another country, or any other text, stays as it is
 */
export function formatPhone(number: string): string {
  const national = /^\+82(\d+)$/.exec(number)?.[1] ?? "";
  if (/^1[568]\d{6}$/.test(national)) return `${national.slice(0, 4)}-${national.slice(4)}`;
  const [, area, first, last] = /^(2|\d\d)(\d{3,4})(\d{4})$/.exec(national) ?? [];
  return area ? `0${area}-${first}-${last}` : number;
}

/** The addresses in a header such as `Coupang <no-reply@coupang.com>, b@x.test`, in lower case. */
export const mailAddressesIn = (text: string): string[] =>
  (text.normalize("NFKC").match(/[^\s<>,;:"()]+@[^\s<>,;:"()]+/g) ?? []).map((address) =>
    address.toLowerCase().replace(/\.$/, ""),
  );
