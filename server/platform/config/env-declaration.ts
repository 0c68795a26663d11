import type { z } from "zod";

/** One environment variable: how its text is read, and what the docs and error messages say about it. */
export interface Variable<S extends z.ZodType> {
  /** Reads the text; accepts `undefined` when the variable may be left out. An empty string counts as left out. */
  readonly schema: S;
  /** Ends the sentence "expected …". */
  readonly expects: string;
  /** What happens when it is left out. */
  readonly unset: string;
  /** Why it is needed, said where it is missing. */
  readonly missing?: string;
  /** Its value is never printed. */
  readonly secret?: true;
  /** Set by the launcher for its children, never by a person, and therefore left out of the docs. */
  readonly internal?: true;
}

export const variable = <S extends z.ZodType>(declaration: Variable<S>) => declaration;

export const RANDOM_TEXT = "a random text, in production of at least 32 bytes, its own for each variable";
