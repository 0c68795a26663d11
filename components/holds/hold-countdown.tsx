"use client";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { useSecondsLeft } from "../clock/use-seconds-left.ts";
import { useFormat } from "../i18n/format.ts";
import { classNames } from "../ui/class-names.ts";

interface HoldCountdownProps {
  /** The deadline the server set; the device's own clock plays no part. */
  expiresAt: string;
  quantity: number;
  /** `paying`: the payment window is open and the hold was extended for it. */
  phase: "choosing" | "paying";
  onExpired: () => void;
}

/** Seconds before the end at which the reader is warned in words. */
const warnings = { hurry: 60, lastCall: 20 } as const;

/** Stays in sight while tickets are held: how long still, in words and numbers, and louder near the end. */
export function HoldCountdown({ expiresAt, quantity, phase, onExpired }: HoldCountdownProps) {
  const t = useTranslations("hold");
  const format = useFormat();
  const left = useSecondsLeft(expiresAt);

  useEffect(() => {
    if (left === 0) onExpired();
  }, [left, onExpired]);

  const urgency =
    left === null || left > warnings.hurry ? "calm" : left > warnings.lastCall ? "hurry" : "lastCall";
  const sentence = phase === "paying" ? t("paying") : t("choosing", { count: quantity });
  const warning =
    urgency === "hurry"
      ? t("hurry")
      : urgency === "lastCall"
        ? t("lastCall", { seconds: warnings.lastCall })
        : null;
  return (
    <section
      aria-label={t("left")}
      className={classNames(
        "sticky top-2 z-10 flex items-center justify-between gap-4 rounded-md border px-4 py-3 shadow-raised sm:px-5",
        urgency === "calm" && "border-info-line bg-info-bg text-info-fg",
        urgency === "hurry" && "border-warning-line bg-warning-bg text-warning-fg",
        urgency === "lastCall" && "border-danger-line bg-danger-bg text-danger-fg",
      )}
    >
      <p className="grid text-[0.9375rem] leading-snug">
        <span className="font-semibold">{sentence}</span>
        {/* Read out once when it appears; the seconds themselves never are. */}
        <span aria-live="assertive" className="font-bold">
          {left !== 0 && warning}
        </span>
      </p>
      <p className="grid shrink-0 justify-items-end">
        <span className="font-semibold text-xs">{t("left")}</span>
        <span
          role="timer"
          aria-live="off"
          className="numerals font-extrabold tracking-[-0.03em] leading-none text-3xl"
        >
          {left === null ? "–:––" : format.clock(left)}
        </span>
      </p>
    </section>
  );
}
