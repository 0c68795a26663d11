"use client";
import { useTranslations } from "next-intl";
import { useFormat } from "../../i18n/format.ts";
import { Button } from "../../ui/button.tsx";

interface PayBarProps {
  amountKrw: number;
  pending: boolean;
  disabled?: boolean;
  onPay: () => void;
}

/** The pay button; while it works it ignores a second press. */
export function PayBar({ amountKrw, pending, disabled = false, onPay }: PayBarProps) {
  const t = useTranslations("checkout");
  const format = useFormat();
  return (
    <div className="grid gap-3">
      <Button size="large" wide pending={pending} disabled={disabled} onClick={onPay}>
        {t("pay", { amount: format.krw(amountKrw) })}
      </Button>
      <p className="text-center text-muted text-sm">{t("redirectNote")}</p>
    </div>
  );
}
