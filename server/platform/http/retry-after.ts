/** HTTP's own form of a date ("Wed, 21 Oct 2026 07:28:00 GMT"), and ISO 8601, which Inngest's SDK sends. */
const DATE = /^([A-Z][a-z]{2}, |\d{4}-\d{2}-\d{2}T)/;

/**
 * Reads a Retry-After header.
 * @returns milliseconds from now by this process's clock, at least 0; undefined where the text is neither seconds nor a
 * date
 */
export function readRetryAfter(header: string | null | undefined): number | undefined {
  const text = header?.trim() ?? "";
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  const at = DATE.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? undefined : Math.max(0, at - Date.now());
}
