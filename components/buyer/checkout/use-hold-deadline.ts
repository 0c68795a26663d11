"use client";
import { useTranslations } from "next-intl";
import { useSecondsLeft } from "../../clock/use-seconds-left.ts";

/** Seconds before the end at which the reader is warned in words. */
const WARNINGS = { hurry: 60, lastCall: 20 } as const;

/**
 * How long a hold has left, by the server's clock, and what is said about it near the end.
 * @param onOver - called once when no time is left
 */
export function useHoldDeadline(expiresAt: string, onOver: () => unknown) {
  const t = useTranslations("purchaseBar");
  const left = useSecondsLeft(expiresAt, onOver);
  if (left === null || left > WARNINGS.hurry) return { left, tone: "info", note: null } as const;
  if (left > WARNINGS.lastCall) return { left, tone: "warning", note: t("hurry") } as const;
  const note = left === 0 ? null : t("lastCall", { seconds: WARNINGS.lastCall });
  return { left, tone: "danger", note } as const;
}
