"use client";
import { Minus, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useState } from "react";

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
  "flex size-touch cursor-pointer items-center justify-center text-ink hover:bg-sunken disabled:cursor-not-allowed disabled:text-line-strong aria-disabled:cursor-not-allowed aria-disabled:text-line-strong";

const STEPS: Readonly<Record<string, number>> = { ArrowUp: 1, ArrowDown: -1 };

/** A small number with a button on each side; it can be typed, and changed with the arrow keys. */
export function NumberStepper(props: NumberStepperProps) {
  const { value, min, max, label, disabled = false } = props;
  const t = useTranslations("ui");
  const { shown, change, type, leave } = useTypedNumber(props);
  const step = (event: KeyboardEvent) => {
    const by = STEPS[event.key];
    if (by === undefined) return;
    event.preventDefault();
    change(value + by);
  };
  return (
    <div className="inline-flex items-center overflow-hidden rounded-sm border border-line-strong bg-surface">
      <button
        type="button"
        aria-label={t("decrease")}
        disabled={disabled}
        aria-disabled={value <= min}
        onClick={() => change(value - 1)}
        className={stepStyles}
      >
        <Minus className="size-4" aria-hidden="true" />
      </button>
      <input
        type="text"
        inputMode="numeric"
        autoComplete="off"
        aria-label={label}
        disabled={disabled}
        value={shown}
        onChange={({ currentTarget }) => type(currentTarget.value)}
        onKeyDown={step}
        onBlur={leave}
        className="numerals h-touch w-14 border-line border-x bg-transparent text-center font-bold text-xl focus-visible:outline-offset-[-2px]"
      />
      <button
        type="button"
        aria-label={t("increase")}
        disabled={disabled}
        aria-disabled={value >= max}
        onClick={() => change(value + 1)}
        className={stepStyles}
      >
        <Plus className="size-4" aria-hidden="true" />
      </button>
    </div>
  );
}

/** The number while it is typed: out of range it waits until the field is left, and is brought into the range then. */
function useTypedNumber({ value, onChange, min, max }: NumberStepperProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const change = (next: number) => {
    setTyped(null);
    const fit = Math.min(max, Math.max(min, next));
    if (fit !== value) onChange(fit);
  };
  const type = (text: string) => {
    setTyped(text);
    const next = numberOf(text) ?? Number.NaN;
    if (next >= min && next <= max) onChange(next);
  };
  const leave = () => change(numberOf(typed ?? "") ?? value);
  return { shown: typed ?? value, change, type, leave };
}

const numberOf = (text: string): number | undefined => (/^\d+$/.test(text) ? Number(text) : undefined);
