const ONE_YEAR_SECONDS = 365 * 24 * 3600;

/** Keeps a choice of how pages look for a year, where the server reads it when it draws the next page. */
export function keepPreference(cookie: string, value: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: Firefox and Safari lack the Cookie Store API over plain HTTP.
  document.cookie = `${cookie}=${value}; path=/; max-age=${ONE_YEAR_SECONDS}; samesite=lax`;
}
