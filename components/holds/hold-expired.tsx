"use client";
import { useTranslations } from "next-intl";
import { Alert } from "../ui/alert.tsx";
import { Button } from "../ui/button.tsx";

/** The hold ran out: nothing was charged, and one press tries for the same number again. */
export function HoldExpired({ onHoldAgain, pending }: { onHoldAgain: () => void; pending: boolean }) {
  const t = useTranslations("hold.expired");
  return (
    <Alert
      tone="warning"
      title={t("title")}
      outlook={{ charged: t("charged"), seat: t("seat"), next: t("next") }}
      action={
        <Button pending={pending} onClick={onHoldAgain}>
          {t("action")}
        </Button>
      }
      announce
    />
  );
}
