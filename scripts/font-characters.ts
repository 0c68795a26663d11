import { globSync, readFileSync } from "node:fs";

/** The texts that a buyer's pages show at first view, and those of the demo. */
const FIRST_VIEW =
  "{components/{auth,buyer/*,notifications,push,seat-map,seats,shell,ui}/messages.{ko,en}.ts,db/seed/*.ts}";

/** Every text of every page, with what the privacy policy says of each table. */
const TEXTS = "{components/**/messages.{ko,en}.ts,db/privacy/*.ts}";

/** What JavaScript writes dates, times and lengths of time with. */
const DATES =
  "년월일 월화수목금토요일 오전오후정오밤 시간분초 주개월달 그저께어제오늘내일모레 지난이번다음 전후 원";

/** All that keyboards have, and the signs of amounts, times and quotations, whether a text has them today or not. */
const ALWAYS = `${String.fromCodePoint(...Array.from({ length: 0x5f }, (_, at) => 0x20 + at))}₩·×–—‘’“”…→${DATES}`;

/** The characters of a buyer's first view, in order. */
export const coreCharacters = (): string[] =>
  [...new Set(ALWAYS + textOf(FIRST_VIEW))].filter((character) => character >= " ").toSorted();

/** The characters that policies, refusals and the pages of sellers and operators need beside those, in order. */
export function otherCharacters(): string[] {
  const core = new Set(coreCharacters());
  return [...new Set(textOf(TEXTS))]
    .filter((character) => character >= " " && !core.has(character))
    .toSorted();
}

const textOf = (files: string): string =>
  globSync(files)
    .map((file) => readFileSync(file, "utf8"))
    .join("");

/** Runs of neighbouring characters, as CSS writes them: `U+20-7E, U+AC00`. */
export function rangesOf(characters: readonly string[]): string {
  const ranges: { from: number; to: number }[] = [];
  for (const code of characters.map((each) => each.codePointAt(0) ?? 0).toSorted((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last?.to === code - 1) last.to = code;
    else ranges.push({ from: code, to: code });
  }
  const hex = (code: number) => code.toString(16).toUpperCase();
  return ranges.map(({ from, to }) => `U+${from === to ? hex(from) : `${hex(from)}-${hex(to)}`}`).join(", ");
}
