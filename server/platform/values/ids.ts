import { typeidUnboxed } from "typeid-js";
import { z } from "zod";

/** `Id<"hold">` is `hold_01j…`: a TypeID, sortable by creation time, whose prefix the type system checks. */
export type Id<Prefix extends string> = `${Prefix}_${string}`;

/** A new id of the given kind. */
export const newId = <Prefix extends string>(prefix: Prefix) =>
  typeidUnboxed(prefix) as unknown as Id<Prefix>;

/** The digits of a TypeID, from 0 to 31. */
const DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";
const DIGIT_BITS = 5;
const COUNTED_DIGITS = 4;

/** What the ids of up to 2²⁰ things that are counted from 0 have in common: all digits of a new TypeID but the last four. */
export const newIdPrefix = (): string => typeidUnboxed().slice(0, -COUNTED_DIGITS);

/**
 * The id of one of them.
 * @param prefix - what {@link newIdPrefix} gave
 * @param index - which one, from 0
 */
export const countedId = <Kind extends string>(kind: Kind, prefix: string, index: number) =>
  `${kind}_${prefix}${digitsOf(index)}` as Id<Kind>;

const digitsOf = (index: number): string =>
  Array.from({ length: COUNTED_DIGITS }, (_, at) => {
    const bits = DIGIT_BITS * (COUNTED_DIGITS - 1 - at);
    return DIGITS[(index >> bits) % DIGITS.length];
  }).join("");

/**
 * The short code of an id, which people read, type and say: `order_01k8v3q4f6e9hb2m5n7p8r9s0t` is `7P8R-9S0T`. It is the
 * last eight digits of the id, which are random, in capitals. Two ids may share a code, so a search by code can find several.
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

/** Schema of an id as clients send it; anything but `<prefix>_` and 26 base32 digits is refused. */
export const idOf = <Prefix extends string>(prefix: Prefix) =>
  z
    .string()
    .regex(new RegExp(`^${prefix}_[0-7][0-9a-hjkmnp-tv-z]{25}$`), `not a ${prefix} id`)
    .meta({ example: `${prefix}_01k8v3q4f6e9hb2m5n7p8r9s0t` }) as unknown as z.ZodType<Id<Prefix>, string>;
