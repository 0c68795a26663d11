const ONE_YEAR_SECONDS = 365 * 24 * 3600;

/** Stores a display preference in a cookie for a year, which the server reads when it renders a page. */
export function keepPreference(cookie: string, value: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: Firefox and Safari lack the Cookie Store API over plain HTTP.
  document.cookie = `${cookie}=${value}; path=/; max-age=${ONE_YEAR_SECONDS}; samesite=lax`;
}
