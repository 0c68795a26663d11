"use client";
import { useTranslations } from "next-intl";

/** A mistake in a CSV file; a column of null is the whole line. */
interface CsvMistake<Code extends string> {
  readonly line: number;
  readonly column: string | null;
  readonly code: Code;
  readonly found: string;
}

interface MistakesProps<Code extends string> {
  mistakes: readonly CsvMistake<Code>[];
  /** A mistake in words. */
  explain: (code: Code) => string;
  /** Of the whole file; the first ones are shown. */
  count: number;
}

/** The mistakes of a file, each by its line and column and in words. */
export function Mistakes<Code extends string>({ mistakes, explain, count }: MistakesProps<Code>) {
  const t = useTranslations("csvFile");
  // A cell with the same wrong word twice has one mistake to read.
  const shown = new Map(mistakes.map((mistake) => [JSON.stringify(mistake), mistake]));
  return (
    <div className="grid gap-2">
      {/* A list that scrolls takes the focus, so that the keyboard scrolls it. */}
      {/* biome-ignore-start lint/a11y/noNoninteractiveTabindex: see above. */}
      <ul
        aria-label={t("mistakes")}
        tabIndex={0}
        className="max-h-72 divide-y divide-line overflow-y-auto rounded-md border border-line"
      >
        {/* biome-ignore-end lint/a11y/noNoninteractiveTabindex: see above. */}
        {[...shown].map(([key, { line, column, code, found }]) => (
          <li key={key} className="grid gap-0.5 px-3 py-2">
            <span className="numerals font-semibold">
              {column === null ? t("line", { line }) : t("cell", { line, column })}
            </span>
            <span>{explain(code)}</span>
            {found && <span className="break-all font-mono text-muted text-sm">{t("found", { found })}</span>}
          </li>
        ))}
      </ul>
      {count > mistakes.length && (
        <p className="numerals text-muted text-sm">{t("more", { count: count - mistakes.length })}</p>
      )}
    </div>
  );
}
