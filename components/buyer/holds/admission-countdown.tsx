"use client";
import { useTranslations } from "next-intl";
import { useSecondsLeft } from "../../clock/use-seconds-left.ts";
import { PurchaseBar } from "../checkout/purchase-bar.tsx";

interface AdmissionCountdownProps {
  /** When the admission ends, by the server's clock. */
  expiresAt: string;
  onOver: () => void;
}

const HURRY_SECONDS = 30;

/** The time left to hold tickets, before any are held. */
export function AdmissionCountdown({ expiresAt, onOver }: AdmissionCountdownProps) {
  const t = useTranslations("hold.admission");
  const left = useSecondsLeft(expiresAt, onOver);
  const hurry = left !== null && left <= HURRY_SECONDS;
  return (
    <PurchaseBar
      step="choice"
      label={t("left")}
      left={left}
      sentence={t("sentence")}
      note={hurry ? t("hurry") : null}
      tone={hurry ? "warning" : "info"}
      place="page"
    />
  );
}
