"use client";
import { useFormat } from "../i18n/format.ts";
import { classNames } from "../ui/class-names.ts";

interface MomentProps {
  at: string;
  /** The server's time; null before the page runs in the browser, when no distance can be shown. */
  now: number | null;
  className?: string;
}

/** A point in time, shown relative to now and exactly, to the second, in Seoul's time. */
export function Moment({ at, now, className }: MomentProps) {
  const format = useFormat();
  return (
    <time dateTime={at} className={classNames("numerals grid", className)}>
      <span className="font-semibold">{now === null ? "\u00a0" : format.relative(at, now)}</span>
      <span className="text-muted text-sm">{format.date(at, "exact")}</span>
    </time>
  );
}
