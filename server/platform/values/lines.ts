/** Invisible characters: spaces, fillers such as U+3164, joiners and other signs that only shape their neighbours. */
const INVISIBLE = /[\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Cc}\u2800]/gu;
/** Controls, and signs that turn the direction of the text around them, by which one text shows as another. */
const UNWANTED = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;
/** What a reader does not see at all, and a run of spaces of any width, of which a reader sees one space. */
const [UNSEEN, SPACES] = [/\p{Default_Ignorable_Code_Point}/gu, /\s+/gu];
const LINE_BREAKS = /\r\n|[\n\t]/g;

/** Length as people count: in characters of composed text, not in the parts that a keyboard sends. */
const lengthOf = (text: string): number => [...text].length;

/**
 * What is wrong with a line that a person typed.
 * @param text - composed (NFC) and trimmed
 * @param lengthMax - in characters
 * @returns a sentence for each fault, for clients of the API; none where the line may be kept
 */
export const faultsOfLine = (text: string, lengthMax: number): string[] => faultsOf(text, lengthMax, text);

/** The same of several lines. */
export const faultsOfParagraphs = (text: string, lengthMax: number): string[] =>
  faultsOf(text, lengthMax, text.replace(LINE_BREAKS, ""));

const faultsOf = (text: string, lengthMax: number, withoutBreaks: string): string[] =>
  [
    (!text.isWellFormed() || UNWANTED.test(withoutBreaks)) && "holds characters that are no text",
    text.replace(INVISIBLE, "") === "" && "has nothing that can be seen",
    lengthOf(text) > lengthMax && `is longer than ${lengthMax} characters`,
  ].filter((fault) => fault !== false);

/** One line as it is kept, composed and trimmed; undefined where it has a fault. */
export function lineOf(typed: string, lengthMax: number): string | undefined {
  const text = typed.normalize("NFC").trim();
  return faultsOfLine(text, lengthMax).length === 0 ? text : undefined;
}

/** The text as a reader sees it: two that look the same are the same. */
export const asSeen = (text: string): string => text.replace(UNSEEN, "").replace(SPACES, " ").trim();
