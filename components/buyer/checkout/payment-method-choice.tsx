"use client";
import { useTranslations } from "next-intl";
import type { PaymentMethod } from "#server/payments/contract.ts";
import { ChoiceCards } from "../../ui/choice-cards.tsx";

/** In the order of how often buyers choose them. */
const methods = ["CARD", "EASY_PAY", "TRANSFER"] as const satisfies readonly PaymentMethod[];

interface PaymentMethodChoiceProps {
  method: PaymentMethod;
  onChange: (method: PaymentMethod) => void;
}

export function PaymentMethodChoice({ method, onChange }: PaymentMethodChoiceProps) {
  const t = useTranslations("checkout");
  return (
    <ChoiceCards
      legend={t("method")}
      value={method}
      onChange={onChange}
      options={methods.map((value) => ({
        value,
        label: t(`methods.${value}`),
        hint: t(`methodHints.${value}`),
      }))}
    />
  );
}
