const COOKIE = /(?:^|; )(?:__Host-)?seonchak_viewer=([^;]+)/;
/** Left by logins of before there was the cookie, which their next refresh sets. */
const OLDER_HINT = "seonchak.known";

/**
 * The account that is logged in in this browser, as far as it knows without asking: by a cookie that every login sets and the
 * end of one removes, in whichever tab, and also where no page heard of it.
 */
export const knownViewerId = (): string | null => COOKIE.exec(document.cookie)?.[1] ?? null;

/** Whether there may be a login to renew. Without one a refresh cannot succeed and is skipped. */
export const mayBeKnown = (): boolean =>
  knownViewerId() !== null || localStorage.getItem(OLDER_HINT) !== null;

/** Called once the server has said that no one is logged in. */
export const forgetOlderHint = (): void => localStorage.removeItem(OLDER_HINT);
