import { globSync, readFileSync } from "node:fs";

/** Folders whose pages only sellers and operators open. */
const OTHERS = /\/(operator|organizer|shipping|states|sandbox|seller)\//;

/** All that keyboards have, and the signs of amounts, times and quotations, whether a text has them today or not. */
const ALWAYS = `${String.fromCodePoint(...Array.from({ length: 0x5f }, (_, at) => 0x20 + at))}₩·×–—‘’“”…→`;

/** The characters of the texts of the shop, of its privacy policy and of its demo, in order. */
export function coreCharacters(): string[] {
  const files = globSync("{components/**/messages.{ko,en}.ts,db/{seed,privacy}/*.ts}").filter(
    (file) => !OTHERS.test(file),
  );
  const text = files.map((file) => readFileSync(file, "utf8")).join("");
  return [...new Set(ALWAYS + text)].filter((character) => character >= " ").toSorted();
}

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
