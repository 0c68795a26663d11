import type { ComponentProps } from "react";
import { classNames } from "./class-names.ts";

/** A raised surface for one group of content. */
export function Card({ className, ...rest }: ComponentProps<"section">) {
  return (
    <section
      {...rest}
      className={classNames("rounded-lg border border-line bg-surface p-5 shadow-sheet sm:p-6", className)}
    />
  );
}
