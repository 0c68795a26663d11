import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { type Tone, toneStyles } from "./tone.ts";

/** A coloured label for facts that are not the state of a machine; StateBadge shows states. */
export function Badge({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span
      className={classNames(
        "inline-flex w-fit items-center gap-1.5 whitespace-nowrap rounded-sm border px-2 py-0.5 font-semibold text-[0.8125rem] leading-5",
        toneStyles[tone],
      )}
    >
      <span aria-hidden="true" className="size-1.5 rounded-full bg-current" />
      {children}
    </span>
  );
}
