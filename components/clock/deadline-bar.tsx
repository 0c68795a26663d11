import { classNames } from "../ui/class-names.ts";
import { toneStyles } from "../ui/tone.ts";
import { Countdown } from "./countdown.tsx";

interface DeadlineBarProps {
  /** What the seconds are. */
  label: string;
  left: number | null;
  /** What is still the reader's. */
  sentence: string;
  /** What is read out once when it appears; the seconds themselves never are. */
  note: string | null;
  /** Louder near the end. */
  tone: "info" | "warning" | "danger";
}

/** Stays in sight while something is kept for the reader: how long still, in words and numbers. */
export function DeadlineBar({ label, left, sentence, note, tone }: DeadlineBarProps) {
  return (
    <section
      aria-label={label}
      className={classNames(
        "sticky top-2 z-10 flex items-center justify-between gap-4 rounded-md border px-4 py-3 shadow-raised sm:px-5",
        toneStyles[tone],
      )}
    >
      <p className="grid text-[0.9375rem] leading-snug">
        <span className="font-semibold">{sentence}</span>
        <span aria-live="assertive" className={tone === "info" ? undefined : "font-bold"}>
          {note}
        </span>
      </p>
      <p className="grid shrink-0 justify-items-end">
        <span className="font-semibold text-xs">{label}</span>
        <Countdown left={left} className="text-3xl" />
      </p>
    </section>
  );
}
