/** How long a link works at the most. */
export const TRANSFER_HOURS_MAX = 72;

/** What a link is to the person who opens it. */
export const TRANSFER_STANDINGS = ["open", "own", "accepted", "over"] as const;
export type TransferStanding = (typeof TRANSFER_STANDINGS)[number];
