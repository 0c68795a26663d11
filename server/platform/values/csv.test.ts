import { expect, it } from "vitest";
import { csvLine, fromCsvCell } from "./csv.ts";

it("writes texts, numbers and nothing, and quotes what would break a line", () => {
  expect(csvLine(["order_1", 50_000, true, null, undefined])).toBe("order_1,50000,true,,\r\n");
  expect(csvLine(['say "hi"', "a,b", "a\r\nb", "첫눈"])).toBe('"say ""hi""","a,b","a\r\nb",첫눈\r\n');
});

it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])("defuses the formula %j", (formula) => {
  expect(csvLine([formula])).toMatch(/^"?'/);
});

it("leaves numbers below zero as numbers", () => {
  expect(csvLine([-5])).toBe("-5\r\n");
});

it.each(["=1+1", "'=1+1", "''-1", "'", "'90s", "a=b", ""])("tells %j again from its cell", (text) => {
  expect(fromCsvCell(csvLine([text]).trimEnd())).toBe(text);
});
