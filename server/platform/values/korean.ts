/** Consonants at the beginnings of syllables, without what follows them. */
const BEHIND_CONSONANTS = /[\u1161-\u11ff\s]+/g;
/** Makes of a syllable its letters, and of a lone consonant the one that begins a syllable. */
const lettersOf = (text: string): string => text.normalize("NFKD").toLowerCase().replace(/\s+/g, "");

/** Whether a text has what is typed of it: a part of it, a syllable that is not finished, or initial consonants alone. */
export function hasText(text: string, typed: string): boolean {
  const [letters, sought] = [lettersOf(text), lettersOf(typed)];
  return letters.includes(sought) || letters.replace(BEHIND_CONSONANTS, "").includes(sought);
}
