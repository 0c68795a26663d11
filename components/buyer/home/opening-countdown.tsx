"use client";
import { Countdown } from "../../clock/countdown.tsx";
import { useSecondsLeft } from "../../clock/use-seconds-left.ts";

interface OpeningCountdownProps {
  opensAt: string;
  label: string;
  /** What stands in its place once none are left, until the page has read what comes next. */
  opened: string;
  /** Whole seconds left as the server drew the page, so that they are there at once. */
  initial: number;
  onOpen: () => void;
}

/** The time until a sale opens, by the server's clock. */
export function OpeningCountdown({ opensAt, label, opened, initial, onOpen }: OpeningCountdownProps) {
  const left = useSecondsLeft(opensAt, onOpen);
  return (
    <p className="grid justify-items-center gap-1">
      <span className="text-muted text-sm">{left === 0 ? opened : label}</span>
      <Countdown left={left ?? initial} className="text-5xl" />
    </p>
  );
}
