/** What a buyer pays for giving a ticket back, by the calendar days that are left. */
export interface CancelFees {
  freeDays: number;
  steps: { untilDaysBefore: number; krw: number | null; percent: number }[];
}

/** What Korean ticket shops take for concerts and musicals: the default of a new event session. */
export const USUAL_FEES: CancelFees = {
  freeDays: 7,
  steps: [
    { untilDaysBefore: 10, krw: 4000, percent: 10 },
    { untilDaysBefore: 7, krw: null, percent: 10 },
    { untilDaysBefore: 3, krw: null, percent: 20 },
    { untilDaysBefore: 1, krw: null, percent: 30 },
  ],
};

/** The hours, in Korea, until which tickets are usually given back on the day before: box offices close early on Saturdays. */
export const USUAL_DEADLINE_HOURS = { usual: 17, saturday: 11 };

/** Tickets can be given back without a fee. */
export const NO_FEES: CancelFees = { freeDays: 0, steps: [] };
