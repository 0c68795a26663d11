"use client";
import { useTranslations } from "next-intl";
import { ChoiceCards } from "../ui/choice-cards.tsx";

export const paymentMethods = ["CARD", "TRANSFER", "EASY_PAY"] as const;
export type PaymentMethod = (typeof paymentMethods)[number];

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
      options={paymentMethods.map((value) => ({
        value,
        label: t(`methods.${value}`),
        hint: t(`methodHints.${value}`),
      }))}
    />
  );
}
