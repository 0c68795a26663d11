/** Of an event and of a seat map. */
export const TITLE_LENGTH_MAX = 120;
export const VENUE_LENGTH_MAX = 200;

/** What people who run the shop or an event write about what they do: a note or a reason. */
export const NOTE_LENGTH_MAX = 500;

/** No event session lets one buyer have more tickets. */
export const TICKETS_PER_BUYER_MAX = 100;

/** KRW of one ticket at most. */
export const PRICE_KRW_MAX = 100_000_000;
