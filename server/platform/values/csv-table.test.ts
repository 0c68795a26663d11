import { describe, expect, it } from "vitest";
import { readCsvTable } from "./csv-table.ts";

const SPEC = { columns: ["name", "count"], required: ["name"], rowsMax: 3 } as const;
const read = (content: string | Uint8Array) =>
  readCsvTable(typeof content === "string" ? new TextEncoder().encode(content) : content, SPEC);
const cellsOf = (content: string | Uint8Array) =>
  read(content).rows.map(({ cells }) => [cells.name, cells.count]);
const mistakesOf = (content: string | Uint8Array) =>
  read(content).mistakes.map(({ line, column, code, found }) => [line, column, code, found]);

const utf16 = (text: string, isBig: boolean) => {
  const bytes = Buffer.from(text, "utf16le");
  return isBig ? bytes.swap16() : bytes;
};
/** "name,count", and 서울 and 2 as Excel writes them on a Korean Windows. */
const CP949 = Buffer.concat([
  Buffer.from("name,count\r\n"),
  Buffer.from([0xbc, 0xad, 0xbf, 0xef]),
  Buffer.from(",2\r\n"),
]);

describe("a file", () => {
  it.each<[string, string | Uint8Array]>([
    ["UTF-8", "name,count\n서울,2\n"],
    ["UTF-8 with a byte order mark", "\ufeffname,count\r\n서울,2\r\n"],
    ["UTF-16 with a byte order mark", utf16("\ufeffname\tcount\r\n서울\t2\r\n", false)],
    ["UTF-16 in the other order of bytes", utf16("\ufeffname\tcount\r\n서울\t2\r\n", true)],
    ["UTF-16 without a byte order mark", utf16("name,count\r\n서울,2\r\n", false)],
    ["the encoding of Korean Excel", CP949],
    ["semicolons", "name;count\r\n서울;2"],
    ["old line ends", "name,count\r서울,2\r"],
    ["headings in another order and case", "COUNT, Name \n2,서울\n"],
    ["empty lines and cells behind", "name,count,,\n\n서울,2,,\n,,,\n\n"],
  ])("of %s is read", (_, content) => {
    expect(mistakesOf(content)).toEqual([]);
    expect(cellsOf(content)).toEqual([["서울", "2"]]);
  });

  it("may lack cells and columns that are not required", () => {
    expect(cellsOf("name,count\na\n")).toEqual([["a", ""]]);
    expect(cellsOf("name\na\n")).toEqual([["a", ""]]);
  });

  it("has formulas as text, and defused ones as they were", () => {
    expect(cellsOf("name,count\n=1+1,'=cmd\n'90s,'\n")).toEqual([
      ["=1+1", "=cmd"],
      ["'90s", "'"],
    ]);
  });

  it.each<[string, string | Uint8Array, unknown[][]]>([
    ["no text", new Uint8Array([0x6e, 0xff, 0xff, 0x80]), [[1, null, "encoding_unknown", ""]]],
    ["nothing", "", [[1, "name", "column_missing", ""]]],
    ["an open quote", 'name\n"a\nb', [[3, null, "quote_broken", ""]]],
    ["a quote within a cell", 'name\na\n"b"c\n', [[3, null, "quote_broken", ""]]],
    ["a column that no one knows", "name,weight\n", [[1, null, "column_unknown", "weight"]]],
    ["a column twice", "name,Name\n", [[1, "name", "column_twice", "Name"]]],
    ["no column that is required", "count\n1\n", [[1, "name", "column_missing", ""]]],
    ["cells beyond the headings", "name\na\nb,c,d\n", [[3, null, "too_many_cells", "c"]]],
    ["more rows than allowed", "name\na\nb\nc\nd\n", [[5, null, "too_many_rows", "3"]]],
  ])("with %s is told so", (_, content, mistakes) => {
    expect(mistakesOf(content)).toEqual(mistakes);
  });

  it("tells the line as an editor counts, past empty lines and line breaks within cells", () => {
    const { rows } = read('name\n\n"a\nb"\r\n\n c\n');
    expect(rows.map(({ line }) => line)).toEqual([3, 6]);
  });
});
