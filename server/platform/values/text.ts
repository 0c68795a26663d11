import { z } from "zod";
import { NOTE_LENGTH_MAX, PRICE_KRW_MAX, TICKETS_PER_BUYER_MAX } from "./limits.ts";
import { faultsOfLine, faultsOfParagraphs } from "./lines.ts";

/** Text that a person typed, composed (NFC) and trimmed, with the faults that `faultsOf` finds. */
export const typedText = (lengthMax: number, faultsOf: typeof faultsOfLine) =>
  z
    .string()
    .normalize("NFC")
    .trim()
    .superRefine((text, { addIssue }) => {
      for (const message of faultsOf(text, lengthMax)) addIssue({ code: "custom", message });
    })
    .meta({ minLength: 1, maxLength: lengthMax });

/**
 * One line that a person typed: composed (NFC) and trimmed, 1 to `lengthMax` characters of which one can be seen, without
 * controls, signs that turn its direction, or a lone surrogate.
 */
export const textOf = (lengthMax: number) => typedText(lengthMax, faultsOfLine);

/** The same of several lines. */
export const paragraphsOf = (lengthMax: number) => typedText(lengthMax, faultsOfParagraphs);

/** What people who run the shop or an event write about what they do: a note or a reason. */
export const noteText = paragraphsOf(NOTE_LENGTH_MAX);

/** Text of another system. Every character is accepted but NUL, which Postgres cannot store. */
export const foreignText = (lengthMax: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(lengthMax)
    .refine((text) => !text.includes("\0") && text.isWellFormed(), "holds characters that are no text");

/** The beginning of any text as Postgres can keep it: what is no character becomes U+FFFD. */
export const toStorableText = (text: string, lengthMax: number): string =>
  text.slice(0, lengthMax).toWellFormed().replaceAll("\0", "\ufffd");

/** The mailbox of an address, without letter case and without the part after a plus. */
export function mailboxOf(address: string): string {
  const [name = "", domain = ""] = address.toLowerCase().split("@");
  return `${name.split("+", 1)[0] || name}@${domain}`;
}

/** `hong.gildong@example.com` as `ho***@example.com`: two letters tell people apart at the door, and write to no one. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf("@");
  const name = [...email.slice(0, at)];
  return `${name.slice(0, name.length > 3 ? 2 : 1).join("")}***${email.slice(at)}`;
}

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

/** The price of one ticket: whole KRW. */
export const priceKrw = z
  .int()
  .min(0)
  .max(PRICE_KRW_MAX, `A ticket costs at most ${PRICE_KRW_MAX.toLocaleString("en")} KRW.`);

/** A sum: whole KRW. What one buyer may have of one event session fits, at any price. */
export const amountKrw = z
  .int()
  .min(0)
  .max(PRICE_KRW_MAX * TICKETS_PER_BUYER_MAX);

/** The input of a call that asks for nothing in particular. */
export const NoInput = z.strictObject({});

/** The answer of a call that has nothing to tell but that it went well. */
export const NoOutput = z.object({});
