"use client";
import { useFormat } from "../i18n/format.ts";
import { classNames } from "../ui/class-names.ts";

const DAY_SECONDS = 86_400;

/** The digits of a countdown; screen readers do not announce them, because they change every second. */
export function Countdown({ left, className }: { left: number | null; className: string }) {
  const format = useFormat();
  return (
    <span
      role="timer"
      aria-live="off"
      className={classNames("numerals font-extrabold tracking-[-0.03em] leading-none", className)}
    >
      {left === null ? "–:––" : left >= DAY_SECONDS ? format.duration(left) : format.clock(left)}
    </span>
  );
}
