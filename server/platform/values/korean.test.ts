import { expect, it } from "vitest";
import { hasText } from "./korean.ts";

it("finds a name by a part of it, an unfinished syllable and initial consonants, in either normal form", () => {
  for (const typed of [
    "홍길",
    "길동",
    "홍기",
    "ㅎㄱㄷ",
    "ㄱㄷ",
    "홍ㄱ",
    "홍 길동",
    "홍길동".normalize("NFD"),
  ])
    expect([typed, hasText("홍길동", typed)]).toEqual([typed, true]);
  expect(hasText("홍길동".normalize("NFD"), "ㅎㄱ")).toBe(true);
  for (const typed of ["김", "ㄱㅎ", "홍동"])
    expect([typed, hasText("홍길동", typed)]).toEqual([typed, false]);
  expect(hasText("Ada Lovelace", "love")).toBe(true);
});
