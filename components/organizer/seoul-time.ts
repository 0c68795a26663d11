const SEOUL_OFFSET_MS = 9 * 3_600_000;

/** A moment as a `datetime-local` field has it, in Seoul's time, which has no summer time. */
export const toSeoulInput = (instant: string): string =>
  new Date(Date.parse(instant) + SEOUL_OFFSET_MS).toISOString().slice(0, 16);

/** The moment that a `datetime-local` field has in Seoul's time, in ISO 8601; any other text stays as it is. */
export const fromSeoulInput = (text: string): string =>
  /^\d{4,6}-\d\d-\d\dT\d\d:\d\d$/.test(text) ? `${text}:00+09:00` : text;
