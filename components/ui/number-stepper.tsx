"use client";
import { NumberField } from "@base-ui/react/number-field";
import { Minus, Plus } from "lucide-react";
import { useTranslations } from "next-intl";

interface NumberStepperProps {
  value: number;
  onChange: (value: number) => void;
  min: number;
  max: number;
  /** What is counted, for screen readers. */
  label: string;
  disabled?: boolean;
}

const stepStyles =
  "flex size-touch cursor-pointer items-center justify-center text-ink hover:bg-sunken data-disabled:cursor-not-allowed data-disabled:text-line-strong";

export function NumberStepper({ value, onChange, min, max, label, disabled = false }: NumberStepperProps) {
  const t = useTranslations("ui");
  return (
    <NumberField.Root
      value={value}
      min={min}
      max={max}
      disabled={disabled}
      onValueChange={(next) => next !== null && onChange(next)}
    >
      <NumberField.Group className="inline-flex items-center overflow-hidden rounded-sm border border-line-strong bg-surface">
        <NumberField.Decrement aria-label={t("decrease")} className={stepStyles}>
          <Minus className="size-4" aria-hidden="true" />
        </NumberField.Decrement>
        <NumberField.Input
          aria-label={label}
          className="numerals h-touch w-14 border-line border-x bg-transparent text-center font-bold text-xl focus-visible:outline-offset-[-2px]"
        />
        <NumberField.Increment aria-label={t("increase")} className={stepStyles}>
          <Plus className="size-4" aria-hidden="true" />
        </NumberField.Increment>
      </NumberField.Group>
    </NumberField.Root>
  );
}
