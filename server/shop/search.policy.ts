const WORDS_MAX = 6;
const WORD_LENGTH_MAX = 40;
/** What stands between words, as `event_search` in the database has it. */
const BETWEEN = /[\s!-/:-@[-`{-~·…]+/u;

/** Where keyboards put two consonants into one letter, though each may begin a syllable. */
const CLUSTERS: Readonly<Record<string, string>> = {
  ...{ ㄳ: "ㄱㅅ", ㄵ: "ㄴㅈ", ㄶ: "ㄴㅎ", ㄺ: "ㄹㄱ", ㄻ: "ㄹㅁ", ㄼ: "ㄹㅂ", ㄽ: "ㄹㅅ", ㄾ: "ㄹㅌ" },
  ...{ ㄿ: "ㄹㅍ", ㅀ: "ㄹㅎ", ㅄ: "ㅂㅅ" },
};
const FIRST_SYLLABLE = 0xac00;
const LAST_SYLLABLE = 0xd7a3;
/** The consonants that can end a syllable, in the order of Unicode; the first stands for none. */
const FINALS = ["", ..."ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"];

/**
 * A search as the database's `tsquery`, which finds events whose title and place have words with these beginnings, in any
 * order. A search that is still typed finds what it will be: `ㅊㄴ` and `처` find `첫눈`, as `첫ㄴ` does, and a consonant at
 * the end of the last syllable may be the beginning of the next one.
 * @returns undefined where nothing is searched for
 */
export function searchOf(text: string): string | undefined {
  const words = text
    .replace(/[ㄳ-ㅄ]/gu, (letter) => CLUSTERS[letter] ?? letter)
    // It makes of a lone consonant the one that begins a syllable.
    .normalize("NFKC")
    .toLowerCase()
    .split(BETWEEN)
    .filter((word) => word !== "")
    .slice(0, WORDS_MAX)
    .map((word) => [...word].slice(0, WORD_LENGTH_MAX).join(""));
  if (words.length === 0) return undefined;
  return words.map((word) => `(${readingsOf(word).map(prefix).join(" | ")})`).join(" & ");
}

/** Its letters are taken apart, so that a syllable without its last consonant is the beginning of the one with it. */
const prefix = (word: string): string => `'${word.normalize("NFD")}':*`;

/** The word, and the one that it may still become by typing on. */
function readingsOf(word: string): string[] {
  const last = [...word].at(-1) ?? "";
  const code = last.codePointAt(0) ?? 0;
  if (code < FIRST_SYLLABLE || code > LAST_SYLLABLE) return [word];
  const final = (code - FIRST_SYLLABLE) % FINALS.length;
  const consonants = CLUSTERS[FINALS[final] ?? ""] ?? FINALS[final] ?? "";
  const moving = consonants.at(-1);
  if (!moving) return [word];
  const staying = FINALS.indexOf(consonants.slice(0, -1));
  const syllable = String.fromCodePoint(code - final + staying);
  return [word, `${word.slice(0, -last.length)}${syllable}${moving.normalize("NFKC")}`];
}
