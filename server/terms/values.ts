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

/** Which codes of mobile tickets let people in: any, one that does not move after the person at the door agreed, moving ones alone. */
export const ENTRY_CODES = ["ANY", "ASK", "MOVING"] as const;
export type EntryCodes = (typeof ENTRY_CODES)[number];

/** Which codes of a ticket let its holder in, where its event session asks for some: paper cannot move. */
export const entryCodesOf = (asked: EntryCodes, isPaper: boolean): EntryCodes => (isPaper ? "ANY" : asked);

/** Tickets can be given back without a fee. */
export const NO_FEES: CancelFees = { freeDays: 0, steps: [] };
