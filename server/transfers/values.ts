/** What a link is to the person who opens it. */
export const TRANSFER_STANDINGS = ["open", "own", "accepted", "over"] as const;
export type TransferStanding = (typeof TRANSFER_STANDINGS)[number];
