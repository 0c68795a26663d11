import { CsvError, type InfoRecord, parse } from "csv-parse/sync";
import { fromCsvCell } from "./csv.ts";
import { toStorableText } from "./text.ts";

export const TABLE_FAULTS = [
  "encoding_unknown",
  "quote_broken",
  "too_many_rows",
  "column_missing",
  "column_unknown",
  "column_twice",
  "too_many_cells",
] as const;

/** A mistake in a CSV file. */
export interface TableMistake<Column extends string, Code extends string = (typeof TABLE_FAULTS)[number]> {
  /** As a text editor counts; 1 is the line of the headings. */
  readonly line: number;
  /** The heading of the cell; null where the mistake is of the whole line. */
  readonly column: Column | null;
  readonly code: Code;
  /** What stands there, cut where it is long. */
  readonly found: string;
}

export interface TableRow<Column extends string> {
  readonly line: number;
  /** By heading. A cell that is not there is empty. */
  readonly cells: Readonly<Record<Column, string>>;
}

interface TableSpec<Column extends string> {
  readonly columns: readonly Column[];
  /** Those of the columns that a file must have. */
  readonly required: readonly Column[];
  readonly rowsMax: number;
}

/**
 * Reads a CSV file as spreadsheets write it: in UTF-8, UTF-16 or Korean Windows' CP949, with commas, semicolons or tabs,
 * and with any line ends. Headings are told apart without regard to their order and letter case. Lines without a value
 * are left out.
 * @returns the rows, none where the file itself or its headings are wrong, and every mistake
 */
export function readCsvTable<Column extends string>(bytes: Uint8Array, spec: TableSpec<Column>) {
  const text = decode(bytes);
  if (text === undefined) return refused<Column>("encoding_unknown", 1);
  let records: Line[];
  try {
    records = split(text, spec.rowsMax + 2);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return refused<Column>("quote_broken", Number(error.lines ?? 1));
  }
  const [headings = { line: 1, cells: [] }, ...lines] = records;
  const beyond = lines[spec.rowsMax];
  if (beyond) return refused<Column>("too_many_rows", beyond.line, String(spec.rowsMax));
  const { columns, mistakes } = readHeadings(headings, spec);
  if (mistakes.length > 0) return { rows: [], mistakes };
  const rows = lines.map(({ line, cells }): TableRow<Column> => {
    const named = columns.map((column, index) => [column, fromCsvCell(cells[index] ?? "")]);
    const absent = spec.columns.map((column) => [column, ""]);
    return { line, cells: Object.fromEntries([...absent, ...named]) };
  });
  const tooLong = lines.flatMap(({ line, cells }) =>
    cells
      .slice(columns.length)
      .filter((cell) => cell !== "")
      .slice(0, 1)
      .map((found) => mistakeAt<Column>("too_many_cells", line, found)),
  );
  return { rows, mistakes: tooLong };
}

interface Line {
  readonly line: number;
  readonly cells: readonly string[];
}

const mistakeAt = <Column extends string>(
  code: TableMistake<Column>["code"],
  line: number,
  found: string,
  column: Column | null = null,
): TableMistake<Column> => ({ line, column, code, found: shownText(found) });

const refused = <Column extends string>(code: TableMistake<Column>["code"], line: number, found = "") => ({
  rows: [] as TableRow<Column>[],
  mistakes: [mistakeAt<Column>(code, line, found)],
});

const FOUND_LENGTH_MAX = 80;

/** What stands in a cell, as a mistake tells it. */
export const shownText = (text: string): string => toStorableText(text, FOUND_LENGTH_MAX);

/** The encodings that a file may have, in the order in which they are tried: few texts in CP949 are UTF-8 as well. */
function encodingsOf([first, second]: Uint8Array): readonly string[] {
  if (first === 0xff && second === 0xfe) return ["utf-16le"];
  if (first === 0xfe && second === 0xff) return ["utf-16be"];
  // Without a byte order mark UTF-16 shows by its headings, whose letters are ASCII.
  if (second === 0) return ["utf-16le"];
  if (first === 0) return ["utf-16be"];
  return ["utf-8", "euc-kr"];
}

/** The text without its byte order mark, or undefined for bytes that are no text. */
function decode(bytes: Uint8Array): string | undefined {
  for (const encoding of encodingsOf(bytes))
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
  return undefined;
}

const DELIMITERS = [",", ";", "\t"] as const;

/** The delimiter that the headings have most of. */
function delimiterOf(text: string): string {
  const headings = /^\s*([^\r\n]*)/.exec(text)?.[1] ?? "";
  const countOf = (delimiter: string) => headings.split(delimiter).length;
  return DELIMITERS.reduce((best, delimiter) => (countOf(delimiter) > countOf(best) ? delimiter : best));
}

function split(text: string, to: number): Line[] {
  const records = parse(text, {
    info: true,
    to,
    delimiter: delimiterOf(text),
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
  }) as unknown as { readonly info: InfoRecord; readonly record: string[] }[];
  return records.map(({ info, record }) => ({ line: info.lines - breaksIn(record), cells: record }));
}

/** The parser counts the line that a record ends on. */
const breaksIn = (cells: readonly string[]): number =>
  cells.reduce((sum, cell) => sum + (/[\r\n]/.test(cell) ? cell.split(/\r\n|[\r\n]/).length - 1 : 0), 0);

function readHeadings<Column extends string>({ line, cells }: Line, spec: TableSpec<Column>) {
  const named = cells.map((cell) => cell.trim().toLowerCase());
  while (named.at(-1) === "") named.pop();
  const columns = named.map((name) => spec.columns.find((column) => column.toLowerCase() === name));
  const mistakes = [
    ...columns.flatMap((column, index) => {
      if (!column) return [mistakeAt<Column>("column_unknown", line, cells[index] ?? "")];
      return columns.indexOf(column) < index
        ? [mistakeAt<Column>("column_twice", line, cells[index] ?? "", column)]
        : [];
    }),
    ...spec.required
      .filter((column) => !columns.includes(column))
      .map((column) => mistakeAt<Column>("column_missing", line, "", column)),
  ];
  return { columns: columns.flatMap((column) => column ?? []), mistakes };
}
