"use client";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { useSecondsLeft } from "../clock/use-seconds-left.ts";
import { useFormat } from "../i18n/format.ts";
import { classNames } from "../ui/class-names.ts";

interface LockClockProps {
  expiresAt: string;
  onOver: () => void;
}

const WARNED_SECONDS = 30;

/** How long the phone line is still the seller's; each step gives two minutes more. */
export function LockClock({ expiresAt, onOver }: LockClockProps) {
  const t = useTranslations("integration.lock");
  const format = useFormat();
  const left = useSecondsLeft(expiresAt);
  useEffect(() => {
    if (left === 0) onOver();
  }, [left, onOver]);
  const isShort = left !== null && left <= WARNED_SECONDS;
  return (
    <section
      aria-label={t("label")}
      className={classNames(
        "sticky top-2 z-10 flex items-center justify-between gap-4 rounded-md border px-4 py-3 shadow-raised sm:px-5",
        isShort
          ? "border-warning-line bg-warning-bg text-warning-fg"
          : "border-info-line bg-info-bg text-info-fg",
      )}
    >
      <p className="grid text-[0.9375rem] leading-snug">
        <span className="font-semibold">{t("yours")}</span>
        <span aria-live="assertive">{isShort && left !== 0 ? t("hurry") : t("renewed")}</span>
      </p>
      <span
        role="timer"
        aria-live="off"
        className="numerals shrink-0 font-extrabold text-3xl leading-none tracking-[-0.03em]"
      >
        {left === null ? "–:––" : format.clock(left)}
      </span>
    </section>
  );
}
