"use client";
import { useTranslations } from "next-intl";
import { DeadlineBar } from "../../clock/deadline-bar.tsx";
import { useSecondsLeft } from "../../clock/use-seconds-left.ts";

interface LockClockProps {
  expiresAt: string;
  onOver: () => void;
}

const WARNED_SECONDS = 30;

/** How long the phone line is still the seller's; each step gives two minutes more. */
export function LockClock({ expiresAt, onOver }: LockClockProps) {
  const t = useTranslations("connect.lock");
  const left = useSecondsLeft(expiresAt, onOver);
  const isShort = left !== null && left <= WARNED_SECONDS;
  return (
    <DeadlineBar
      label={t("label")}
      left={left}
      sentence={t("yours")}
      note={isShort && left !== 0 ? t("hurry") : t("renewed")}
      tone={isShort ? "warning" : "info"}
    />
  );
}
