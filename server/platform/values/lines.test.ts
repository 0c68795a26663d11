import { expect, it } from "vitest";
import { faultsOfLine, faultsOfParagraphs, lineOf } from "./lines.ts";

it("reads a line as it is kept: composed and trimmed", () => {
  expect(lineOf("  첫눈".normalize("NFD"), 2)).toBe("첫눈");
});

it.each(["", "   ", "첫눈의 밤", "\u202e밤", "밤\n밤", "\ud800"])("has no line of %j", (typed) => {
  expect(lineOf(typed, 3)).toBeUndefined();
});

it("tells every fault, and takes line breaks in paragraphs alone", () => {
  expect(faultsOfLine("밤\n밤", 2)).toEqual([
    "holds characters that are no text",
    "is longer than 2 characters",
  ]);
  expect(faultsOfParagraphs("밤\r\n밤", 4)).toEqual([]);
});
