/** What an id of a kind looks like: the kind, and a TypeID's 26 digits of base 32. */
export const idPattern = (prefix: string): RegExp => new RegExp(`^${prefix}_[0-7][0-9a-hjkmnp-tv-z]{25}$`);

/** Whether a text is an id of the kind. */
export const isId = <Prefix extends string>(
  prefix: Prefix,
  text: string | null | undefined,
): text is `${Prefix}_${string}` => typeof text === "string" && idPattern(prefix).test(text);

/** The digits of a TypeID, from 0 to 31. */
const DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";
const DIGIT_BITS = 5;
/** How many digits of an id tell things apart that are counted from 0. */
export const COUNTED_DIGITS = 4;

/**
 * The id of one of them.
 * @param prefix - what `newIdPrefix` gave
 * @param index - which one, from 0
 */
export const countedId = <Kind extends string>(kind: Kind, prefix: string, index: number) =>
  `${kind}_${prefix}${digitsOf(index)}` as `${Kind}_${string}`;

const digitsOf = (index: number): string =>
  Array.from({ length: COUNTED_DIGITS }, (_, at) => {
    const bits = DIGIT_BITS * (COUNTED_DIGITS - 1 - at);
    return DIGITS[(index >> bits) % DIGITS.length];
  }).join("");

/**
 * The short code of an id, which people read, type and say: `order_01k8v3q4f6e9hb2m5n7p8r9s0t` is `7P8R-9S0T`. It is the
 * last eight digits of the id, which are random, in capitals. No two orders share one; two tickets may.
 */
export function shortCodeOf(id: string): string {
  const code = id.slice(-SHORT_CODE_DIGITS).toUpperCase();
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/**
 * How the ids with a short code end.
 * @param text - a short code as a person types it, in any letter case, with or without its hyphen
 * @returns the last digits of the ids, or undefined if the text is no short code
 */
export const idEndOf = (text: string): string | undefined =>
  /^[0-9a-hjkmnp-tv-z]{4}-?[0-9a-hjkmnp-tv-z]{4}$/i.test(text)
    ? text.replace("-", "").toLowerCase()
    : undefined;

const SHORT_CODE_DIGITS = 8;
