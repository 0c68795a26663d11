/**
 * Who gets what comes back once everything was taken: everyone at once, the waiting list first, or everyone at announced
 * times (docs/spec/waitlist.md#release-policy).
 */
export const RELEASE_POLICIES = ["AT_ONCE", "WAITLIST", "SCHEDULED"] as const;
export type ReleasePolicy = (typeof RELEASE_POLICIES)[number];

export const OFFER_MINUTES_MAX = 4320;
export const OFFER_MINUTES_MIN = 10;
export const RELEASE_TIMES_MAX = 20;
