"use client";
import { useTranslations } from "next-intl";
import { useFormat } from "../../i18n/format.ts";
import { NumberStepper } from "../../ui/number-stepper.tsx";

interface QuantityPickerProps {
  quantity: number;
  onChange: (quantity: number) => void;
  priceKrw: number;
  /** What this buyer may still have of this event session. */
  max: number;
  remaining: number;
  disabled?: boolean;
}

export function QuantityPicker({
  quantity,
  onChange,
  priceKrw,
  max,
  remaining,
  disabled = false,
}: QuantityPickerProps) {
  const t = useTranslations("catalog");
  const format = useFormat();
  return (
    <div className="grid gap-5">
      <div className="flex items-center justify-between gap-4">
        <div className="grid gap-0.5">
          <p className="font-bold text-lg">{t("quantity")}</p>
          <p className="text-muted text-sm">{t("quantityHint", { max })}</p>
          <p className="numerals font-semibold text-sm">{t("left", { remaining })}</p>
        </div>
        <NumberStepper
          label={t("quantity")}
          value={quantity}
          onChange={onChange}
          min={1}
          // When nothing is left, other buyers may still return any number of tickets.
          max={remaining > 0 ? Math.min(max, remaining) : Math.max(1, max)}
          disabled={disabled}
        />
      </div>
      <p className="flex items-baseline justify-between border-line border-t pt-4">
        <span className="font-bold">{t("total")}</span>
        <output className="numerals font-extrabold text-2xl">{format.krw(priceKrw * quantity)}</output>
      </p>
    </div>
  );
}
