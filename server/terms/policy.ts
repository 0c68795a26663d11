import type { CancelFees } from "./values.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Korea has one time all year, nine hours ahead of UTC. */
const SEOUL_MS = 9 * HOUR_MS;
const SATURDAY = 6;

/** The calendar day in Korea, counted from 1 January 1970. */
export const seoulDayOf = (at: Date): number => Math.floor((at.getTime() + SEOUL_MS) / DAY_MS);

/** The moment at which a calendar day in Korea begins, and so many hours later. */
export const seoulTime = (day: number, hours = 0): Date =>
  new Date(day * DAY_MS - SEOUL_MS + hours * HOUR_MS);

export const isSaturday = (day: number): boolean => new Date(day * DAY_MS).getUTCDay() === SATURDAY;

/** When a ticket was booked, and when it admits. */
export interface Booking {
  readonly bookedAt: Date;
  readonly startsAt: Date;
}

/** What is kept of a ticket's price: an amount with a part as its most, or a part alone. */
export interface Rate {
  readonly krw: number | null;
  readonly percent: number;
}

const FREE: Rate = { krw: null, percent: 0 };

/** What is kept of a ticket that is given back at a moment. On the day on which it was booked that is nothing. */
export function rateAt({ freeDays, steps }: CancelFees, { bookedAt, startsAt }: Booking, at: Date): Rate {
  const [today, booked] = [seoulDayOf(at), seoulDayOf(bookedAt)];
  const daysLeft = seoulDayOf(startsAt) - today;
  const [first] = steps;
  const step = steps.find(({ untilDaysBefore }) => untilDaysBefore <= daysLeft) ?? steps.at(-1);
  if (!step || today === booked || (step === first && today - booked <= freeDays)) return FREE;
  return { krw: step.krw, percent: step.percent };
}

/**
 * What is kept of a price, in whole KRW: a fraction is the buyer's.
 * @param priceKrw - what the ticket cost
 */
export function feeOf({ krw, percent }: Rate, priceKrw: number): number {
  const part = Math.floor((priceKrw * percent) / 100);
  return krw === null ? part : Math.min(krw, part);
}

/**
 * The rates from a moment to the deadline, each with the moment until which it holds; empty once the deadline has passed.
 * @param deadlineAt - until when tickets can be given back
 */
export function ratesUntil(
  fees: CancelFees,
  booking: Booking,
  { now, deadlineAt }: { readonly now: Date; readonly deadlineAt: Date },
): (Rate & { readonly until: Date })[] {
  const [booked, starts] = [seoulDayOf(booking.bookedAt), seoulDayOf(booking.startsAt)];
  const lastDays = [
    booked,
    booked + fees.freeDays,
    ...fees.steps.map(({ untilDaysBefore }) => starts - untilDaysBefore),
  ];
  const ends = lastDays
    .map((day) => seoulTime(day + 1))
    .filter((end) => now < end && end < deadlineAt)
    .sort((a, b) => a.getTime() - b.getTime());
  const rates: (Rate & { until: Date })[] = [];
  let from = now;
  for (const until of now < deadlineAt ? [...ends, deadlineAt] : []) {
    const rate = rateAt(fees, booking, from);
    const last = rates.at(-1);
    if (last && last.krw === rate.krw && last.percent === rate.percent) last.until = until;
    else rates.push({ ...rate, until });
    from = until;
  }
  return rates;
}
