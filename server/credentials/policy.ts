import type { LinkKind } from "./contract.ts";

const HOUR_SECONDS = 3600;

/** How long a link can be used. */
export const LINK_SECONDS: Record<LinkKind, number> = {
  "reset-password": HOUR_SECONDS / 2,
  "verify-email": 24 * HOUR_SECONDS,
  "change-email": HOUR_SECONDS,
  "undo-email-change": 7 * 24 * HOUR_SECONDS,
};

/** What was asked for under an older password, and is of no use under a new one. */
export const VOID_WITH_PASSWORD = ["reset-password", "change-email"] as const satisfies readonly LinkKind[];

/** A minute's sign-ups from one address, which also bounds asking whether an e-mail has an account. */
export const SIGN_UPS_PER_ADDRESS_MAX = 20;
export const SIGN_UPS_WINDOW_SECONDS = 60;

/** Links that one network may ask for within ten minutes, for whatever addresses. */
export const ASKS_PER_NETWORK_MAX = 10;
export const ASKS_WINDOW_SECONDS = 600;
/** Links that are mailed to one mailbox within an hour, from all who ask. */
export const LINKS_PER_MAILBOX_MAX = 5;
export const LINKS_WINDOW_SECONDS = HOUR_SECONDS;
/** Links that one network may try within a minute. */
export const TRIES_PER_NETWORK_MAX = 30;
export const TRIES_WINDOW_SECONDS = 60;

/** The answer to who asks for a link comes after this time, so that it does not tell whether there is such an account. */
export const ASK_ANSWER_MS = 500;

export const isSameEmail = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();
