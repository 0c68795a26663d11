/** How often an open page reads where its person stands. */
export const WAITLIST_REFRESH_MS = 10_000;
