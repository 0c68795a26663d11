import { z } from "zod";

/**
 * Text from outside: trimmed, 1 to `lengthMax` characters, without NUL, which Postgres cannot keep, or a lone
 * surrogate, which is no text.
 */
export const textOf = (lengthMax: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(lengthMax)
    .refine((text) => !text.includes("\0") && text.isWellFormed(), "holds characters that are no text");

/** The beginning of any text as Postgres can keep it: what is no character becomes U+FFFD. */
export const keepable = (text: string, lengthMax: number): string =>
  text.slice(0, lengthMax).toWellFormed().replaceAll("\0", "\ufffd");

/** A moment in an answer: `Date` in code, ISO 8601 in UTC on the wire. */
export const instantOut = z
  .date()
  .transform((date) => date.toISOString())
  .meta({ type: "string", format: "date-time", example: "2026-12-24T11:00:00.000Z" });

/**
 * A moment in a request: ISO 8601 with an offset. In UTC it is of the years 1 to 9999: what is outside of them is
 * written with a sign, which Postgres cannot read.
 */
export const instantIn = z.iso
  .datetime({ offset: true })
  .transform((text) => new Date(text))
  .refine((date) => /^(?!0000)\d/.test(date.toISOString()), "lies outside the years 1 to 9999");

/** Whole KRW. */
export const amountKrw = z.int().min(0).max(100_000_000);

/** The input of a call that asks for nothing in particular. */
export const NoInput = z.strictObject({});

/** The answer of a call that has nothing to tell but that it went well. */
export const NoOutput = z.object({});
