import { describe, expect, it } from "vitest";
import { searchOf } from "./search.policy.ts";

/** What the database's index has of a title: the endings of each word, as letters and as initial consonants. */
function keptOf(title: string): string[] {
  const initials = (word: string) => [...word].map((letter) => letter.normalize("NFD")[0] ?? "").join("");
  return title
    .toLowerCase()
    .split(" ")
    .flatMap((word) => [...word].map((_, at) => [...word].slice(at).join("")))
    .flatMap((ending) => [ending.normalize("NFD"), initials(ending)]);
}

/** Whether a search finds a title, by the query's text alone. */
function finds(search: string, title: string): boolean {
  const kept = keptOf(title);
  return (searchOf(search) ?? "").split(" & ").every((group) => {
    const beginnings = [...group.matchAll(/'([^']+)':\*/g)].map(([, beginning]) => beginning ?? "");
    return beginnings.some((beginning) => kept.some((word) => word.startsWith(beginning)));
  });
}

describe("a search", () => {
  it.each([
    ["ㅊㄴ", "첫눈 콘서트"],
    ["ㅋㅅㅌ", "첫눈 콘서트"],
    ["처", "첫눈 콘서트"],
    ["첫", "첫눈 콘서트"],
    ["첫ㄴ", "첫눈 콘서트"],
    ["첫누", "첫눈 콘서트"],
    ["눈", "첫눈 콘서트"],
    ["콘서트 첫눈", "첫눈 콘서트"],
    ["콘섵", "첫눈 콘서트"],
    ["닭", "달개비의 밤"],
    ["ㅄ", "봄 바스락"],
    ["ＪＡＺＺ", "새벽 jazz 클럽"],
    ["Ja", "새벽 Jazz 클럽"],
  ])("%s finds %s", (search, title) => {
    expect(finds(search, title)).toBe(true);
  });

  it.each([
    ["ㄴㅊ", "첫눈 콘서트"],
    ["첫봄", "첫눈 콘서트"],
    ["콘서트 재즈", "첫눈 콘서트"],
  ])("%s does not find %s", (search, title) => {
    expect(finds(search, title)).toBe(false);
  });

  it.each(["", "  ", "!?", "·"])("of %j asks for nothing", (search) => {
    expect(searchOf(search)).toBeUndefined();
  });

  it("cannot end the text that it is quoted in", () => {
    expect(searchOf("it's \\ 'x':* | y")).toBe("('it':*) & ('s':*) & ('x':*) & ('y':*)");
  });
});
