/** A person takes so many copies of their data an hour: each reads every table. */
export const COPIES_PER_HOUR_MAX = 5;

/** Rows of one table in a copy; only staff and the largest sellers have more, and then the copy says so. */
export const ROWS_MAX = 20_000;

/** For so many days after an erasure it is looked whether a mail was written meanwhile. */
export const ERASURE_CHECKED_DAYS = 7;
