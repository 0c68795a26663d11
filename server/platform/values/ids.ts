import { typeidUnboxed } from "typeid-js";
import { z } from "zod";
import { COUNTED_DIGITS, idPattern } from "./id-forms.ts";

/** `Id<"hold">` is `hold_01j…`: a TypeID, sortable by creation time, whose prefix the type system checks. */
export type Id<Prefix extends string> = `${Prefix}_${string}`;

/** A new id of the given kind. */
export const newId = <Prefix extends string>(prefix: Prefix) =>
  typeidUnboxed(prefix) as unknown as Id<Prefix>;

/** What the ids of up to 2²⁰ things that are counted from 0 have in common: all digits of a new TypeID but the last four. */
export const newIdPrefix = (): string => typeidUnboxed().slice(0, -COUNTED_DIGITS);

/** Schema of an id as clients send it; anything but `<prefix>_` and 26 base32 digits is refused. */
export const idOf = <Prefix extends string>(prefix: Prefix) =>
  z
    .string()
    .regex(idPattern(prefix), `not a ${prefix} id`)
    .meta({ example: `${prefix}_01k8v3q4f6e9hb2m5n7p8r9s0t` }) as unknown as z.ZodType<Id<Prefix>, string>;
