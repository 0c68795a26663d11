import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

interface DescriptionListProps {
  items: readonly { term: string; detail: ReactNode; strong?: boolean }[];
  /** `rows`: term and detail at the two ends of a line. `grid`: the boxes of a printed form. */
  layout?: "rows" | "grid";
  className?: string;
}

export function DescriptionList({ items, layout = "rows", className }: DescriptionListProps) {
  const grid = layout === "grid";
  return (
    <dl
      className={classNames(
        grid ? "grid grid-cols-2 gap-x-6 gap-y-4 sm:grid-cols-3" : "grid gap-2.5",
        className,
      )}
    >
      {items.map(({ term, detail, strong = false }) => (
        <div
          key={term}
          className={grid ? "grid content-start gap-0.5" : "flex items-baseline justify-between gap-6"}
        >
          <dt className={classNames("shrink-0", strong ? "font-bold" : "field-name")}>{term}</dt>
          <dd className={classNames("numerals", !grid && "text-right", strong && "font-extrabold text-xl")}>
            {detail}
          </dd>
        </div>
      ))}
    </dl>
  );
}
