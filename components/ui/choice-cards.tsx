"use client";
import { Radio } from "@base-ui/react/radio";
import { RadioGroup } from "@base-ui/react/radio-group";
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
  const legendId = useId();
  return (
    <RadioGroup aria-labelledby={legendId} value={value} onValueChange={onChange} className="grid gap-2">
      <div id={legendId} className="mb-1 font-semibold text-[0.9375rem]">
        {legend}
      </div>
      {options.map((option) => (
        // biome-ignore lint/a11y/noLabelWithoutControl: Radio.Root renders the input inside this label.
        <label
          key={option.value}
          className="flex min-h-14 cursor-pointer items-center gap-3 rounded-md border border-line-strong bg-surface px-4 py-3 hover:border-ink has-data-checked:border-primary has-data-checked:bg-primary-soft has-data-checked:shadow-[inset_0_0_0_1px_var(--primary)] has-data-disabled:cursor-not-allowed has-data-disabled:opacity-60"
        >
          <Radio.Root
            value={option.value}
            disabled={option.disabled ?? false}
            className="flex size-5 shrink-0 items-center justify-center rounded-full border-[1.5px] border-line-strong bg-surface data-checked:border-primary data-checked:bg-primary"
          >
            <Radio.Indicator className="size-2 rounded-full bg-on-primary data-unchecked:hidden" />
          </Radio.Root>
          <span className="grid">
            <span className="font-semibold">{option.label}</span>
            {option.hint && <span className="text-muted text-sm">{option.hint}</span>}
          </span>
        </label>
      ))}
    </RadioGroup>
  );
}
