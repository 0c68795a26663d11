import type { ChangedTerms } from "./contract.ts";
import { type Booking, feeOf, isSaturday, rateAt, ratesUntil, seoulDayOf, seoulTime } from "./policy.ts";
import { type CancelFees, type EntryCodes, USUAL_DEADLINE_HOURS, USUAL_FEES } from "./values.ts";

/** What an event session's row says of what buyers may do with their tickets later. */
interface TermsRow {
  readonly startsAt: Date;
  readonly cancelDeadlineAt: Date;
  readonly cancelFees: CancelFees;
  readonly transferable: boolean;
  readonly transferUntilAt: Date | null;
  readonly entryCodes: EntryCodes;
}

/** The terms of an event session for someone who books now. */
export const viewTerms = (row: TermsRow, now: Date) => ({
  cancelFees: row.cancelFees,
  feesIfBookedNow: feesUntilDeadline(row, now, now),
  transferUntil: transferUntilOf(row),
  entryCodes: row.entryCodes,
});

/** What giving a ticket back costs from now until the deadline; empty once that has passed. */
export const feesUntilDeadline = (
  {
    cancelFees,
    cancelDeadlineAt: deadlineAt,
    startsAt,
  }: Pick<TermsRow, "cancelFees" | "cancelDeadlineAt" | "startsAt">,
  bookedAt: Date,
  now: Date,
) => ratesUntil(cancelFees, { bookedAt, startsAt }, { now, deadlineAt });

/** Until when a ticket may be given to another person, never after the start; null where it may not. */
export function transferUntilOf({
  startsAt,
  transferable,
  transferUntilAt: until,
}: Pick<TermsRow, "startsAt" | "transferable" | "transferUntilAt">): Date | null {
  if (!transferable) return null;
  return until && until < startsAt ? until : startsAt;
}

/** What is kept of a ticket's price, in KRW, where it is given back now. */
export const cancelFeeOf = (fees: CancelFees, booking: Booking, priceKrw: number, now: Date): number =>
  feeOf(rateAt(fees, booking, now), priceKrw);

/**
 * The usual fees with what each comes to for one ticket.
 * @param priceKrw - what the ticket cost, in KRW
 */
export const usualFeesOf = (priceKrw: number) => ({
  freeDays: USUAL_FEES.freeDays,
  steps: USUAL_FEES.steps.map((step) => ({ ...step, feeKrw: feeOf(step, priceKrw) })),
});

/** The columns that terms, or a change of them, set. */
export const termsColumns = ({ cancelFees, transferable, transferUntil, entryCodes }: ChangedTerms = {}) => ({
  ...(cancelFees && { cancelFees }),
  ...(transferable !== undefined && { transferable }),
  ...(transferUntil !== undefined && { transferUntilAt: transferUntil }),
  ...(entryCodes && { entryCodes }),
});

/** Until when tickets are usually given back: a moment of the day before, in Korea. */
export function usualDeadline(startsAt: Date): Date {
  const day = seoulDayOf(startsAt) - 1;
  return seoulTime(day, isSaturday(day) ? USUAL_DEADLINE_HOURS.saturday : USUAL_DEADLINE_HOURS.usual);
}
