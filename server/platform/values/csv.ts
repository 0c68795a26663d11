/** Before the first line: Excel reads a file without it in the code page of the machine. */
export const BYTE_ORDER_MARK = "\ufeff";

/** What spreadsheets take for the beginning of a formula, and such a text once it is defused, so that each can be told. */
const FORMULA = /^'*[=+\-@\t\r]/;

/** One line of a CSV file (RFC 4180), with its end. */
export const csvLine = (cells: readonly unknown[]): string => `${cells.map(csvCell).join(",")}\r\n`;

/** A value as a cell. A text that a spreadsheet would run as a formula begins with an apostrophe, and is shown as it is. */
function csvCell(value: unknown): string {
  if (value === null || value === undefined) return "";
  const text = typeof value === "string" && FORMULA.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The text of a cell that `csvLine` has defused, and every other text as it is. */
export const fromCsvCell = (text: string): string =>
  text.startsWith("'") && FORMULA.test(text) ? text.slice(1) : text;
