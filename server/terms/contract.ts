import { z } from "zod";
import { instantIn, instantOut } from "../platform/values/text.ts";
import { ENTRY_CODES, USUAL_FEES } from "./values.ts";

/** How many days ahead a step may begin, and how many days a booking may be free. */
const DAYS_MAX = 365;
/** KRW that may be kept of a ticket at most, where a step has an amount. */
const FEE_MAX = 100_000;
const STEPS_MAX = 10;

const CancelFeeStep = z.strictObject({
  untilDaysBefore: z.int().min(0).max(DAYS_MAX).meta({
    description: "It holds until so many days before the day of the event session, that day included.",
  }),
  krw: z.int().min(1).max(FEE_MAX).nullable().default(null).meta({
    description: "KRW for each ticket; null where the fee is the percentage.",
  }),
  percent: z.int().min(0).max(100).meta({
    description: "The part of a ticket's price; with `krw` the most that the fee comes to.",
  }),
});

/**
 * What a buyer pays for giving a ticket back: steps by the days that are left until the event session, in calendar days of
 * Korea. After the last step's days its fee goes on to hold. No steps, no fee.
 */
export const CancelFees = z.strictObject({
  freeDays: z.int().min(0).max(DAYS_MAX).meta({
    description: "For so many days after booking there is no fee while the first step holds.",
  }),
  steps: z
    .array(CancelFeeStep)
    .max(STEPS_MAX)
    .refine(
      (steps) =>
        steps.every(({ untilDaysBefore: days }, i) => days < (steps[i - 1]?.untilDaysBefore ?? DAYS_MAX + 1)),
      "must go from the most days to the fewest",
    ),
});
/** What is kept of a ticket's price until a moment: an amount, a part, or nothing. */
export const CancelFeeUntil = z.object({
  until: instantOut,
  krw: z.int().nullable().meta({ description: "KRW for each ticket; null where the fee is the percentage." }),
  percent: z.int().meta({ description: "Of a ticket's price; with `krw` the most that the fee comes to." }),
});
export type CancelFeeUntil = z.output<typeof CancelFeeUntil>;

const entryCodes = z.enum(ENTRY_CODES).meta({
  description:
    "Which codes of mobile tickets let people in: any, one that does not move once the person at the door agreed, or moving ones alone.",
});

/** What a buyer of a new event session may do with a ticket later. */
export const NewTerms = z.strictObject({
  cancelFees: CancelFees.default(USUAL_FEES),
  /** Whether a ticket may be given to another person. */
  transferable: z.boolean().default(false),
  /** Until when; null means until the start. */
  transferUntil: instantIn.nullable().default(null),
  entryCodes: entryCodes.default("ANY"),
});

/** A change of it; what is left out stays as it is. */
export const ChangedTerms = z.strictObject({
  cancelFees: CancelFees.optional(),
  transferable: z.boolean().optional(),
  transferUntil: instantIn.nullable().optional(),
  entryCodes: entryCodes.optional(),
});
export type ChangedTerms = z.output<typeof ChangedTerms>;

/** The same as clients see it. */
export const TermsView = z.object({
  cancelFees: CancelFees,
  feesIfBookedNow: z.array(CancelFeeUntil).meta({
    description:
      "What giving back a ticket that is booked now costs, until when; empty after the cancel deadline.",
  }),
  transferUntil: instantOut.nullable().meta({
    description: "Until when a ticket may be given to another person; null where it may not.",
  }),
  entryCodes,
});
