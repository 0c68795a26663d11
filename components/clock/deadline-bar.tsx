import type { ReactNode } from "react";
import { classNames } from "../ui/class-names.ts";
import { toneStyles } from "../ui/tone.ts";
import { Countdown } from "./countdown.tsx";

interface DeadlineBarProps {
  /** What the seconds are. */
  label: string;
  left: number | null;
  /** What is kept until the deadline. */
  sentence: string;
  /** What is read out once when it appears; the seconds themselves never are. */
  note: string | null;
  /** More prominent near the end. */
  tone: "info" | "warning" | "danger";
  /** What to do about it, where that is on another page. */
  action?: ReactNode;
}

/** Stays in view while something is kept for the person, and shows the time left in words and numbers. */
export function DeadlineBar({ label, left, sentence, note, tone, action }: DeadlineBarProps) {
  return (
    <section
      aria-label={label}
      className={classNames(
        "sticky top-2 z-10 flex flex-wrap items-center justify-between gap-x-4 gap-y-3 rounded-md border px-4 py-3 shadow-raised sm:px-5",
        toneStyles[tone],
      )}
    >
      <p className="grid min-w-0 flex-1 text-[0.9375rem] leading-snug">
        <span className="font-semibold">{sentence}</span>
        <span aria-live="assertive" className={tone === "info" ? undefined : "font-bold"}>
          {note}
        </span>
      </p>
      <p className="grid shrink-0 justify-items-end">
        <span className="font-semibold text-xs">{label}</span>
        <Countdown left={left} className="text-3xl" />
      </p>
      {action && <div className="grid max-sm:basis-full">{action}</div>}
    </section>
  );
}
