"use client";
import { useTranslations } from "next-intl";
import { DeadlineBar } from "../../clock/deadline-bar.tsx";
import { useSecondsLeft } from "../../clock/use-seconds-left.ts";

interface HoldCountdownProps {
  /** The deadline by the server's clock. */
  expiresAt: string;
  quantity: number;
  /** `paying`: the payment window is open and the hold was extended for it. */
  phase: "choosing" | "paying";
  onExpired: () => void;
}

/** Seconds before the end at which the reader is warned in words. */
const warnings = { hurry: 60, lastCall: 20 } as const;

/** Stays in view while tickets are held and shows the time left; it becomes more prominent near the end. */
export function HoldCountdown({ expiresAt, quantity, phase, onExpired }: HoldCountdownProps) {
  const t = useTranslations("hold");
  const left = useSecondsLeft(expiresAt, onExpired);

  const tone =
    left === null || left > warnings.hurry ? "info" : left > warnings.lastCall ? "warning" : "danger";
  const note = {
    info: null,
    warning: t("hurry"),
    danger: left === 0 ? null : t("lastCall", { seconds: warnings.lastCall }),
  }[tone];
  return (
    <DeadlineBar
      label={t("left")}
      left={left}
      sentence={phase === "paying" ? t("paying") : t("choosing", { count: quantity })}
      note={note}
      tone={tone}
    />
  );
}
