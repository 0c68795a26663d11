/** Whether a code stands in what was written: by itself, since six digits in a row turn up in any long random id. */
export const standsIn = (written: string, code: string): boolean =>
  new RegExp(`(?<![0-9A-Za-z])${code}(?![0-9A-Za-z])`).test(written);
