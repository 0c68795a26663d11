"use client";
import { type ReactNode, useId } from "react";

interface ChoiceCardsProps<Value extends string> {
  legend: ReactNode;
  options: readonly { value: Value; label: ReactNode; hint?: ReactNode; disabled?: boolean }[];
  value: Value;
  onChange: (value: Value) => void;
}

/** A radio group whose options are cards large enough to press. */
export function ChoiceCards<Value extends string>({
  legend,
  options,
  value,
  onChange,
}: ChoiceCardsProps<Value>) {
  const id = useId();
  return (
    <div role="radiogroup" aria-labelledby={id} className="grid gap-2">
      <div id={id} className="mb-1 font-semibold text-[0.9375rem]">
        {legend}
      </div>
      {options.map((option) => (
        <label
          key={option.value}
          className="flex min-h-14 cursor-pointer items-center gap-3 rounded-md border border-line-strong bg-surface px-4 py-3 hover:border-ink has-checked:border-primary has-checked:bg-primary-soft has-checked:shadow-[inset_0_0_0_1px_var(--primary)] has-disabled:cursor-not-allowed has-disabled:opacity-60"
        >
          <input
            type="radio"
            name={id}
            value={option.value}
            checked={option.value === value}
            disabled={option.disabled ?? false}
            onChange={() => onChange(option.value)}
            className="size-5 shrink-0 accent-primary"
          />
          <span className="grid">
            <span className="font-semibold">{option.label}</span>
            {option.hint && <span className="text-muted text-sm">{option.hint}</span>}
          </span>
        </label>
      ))}
    </div>
  );
}
