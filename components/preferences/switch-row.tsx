"use client";
import type { ReactNode } from "react";
import { classNames } from "../ui/class-names.ts";

interface SwitchRowProps<Value extends string> {
  legend: string;
  options: readonly { value: Value; label: ReactNode; lang?: string }[];
  current: Value;
  onChoose: (value: Value) => void;
}

/** A row of buttons of which one is pressed. */
export function SwitchRow<Value extends string>({
  legend,
  options,
  current,
  onChoose,
}: SwitchRowProps<Value>) {
  return (
    <fieldset className="inline-flex items-center rounded-sm border border-line bg-surface">
      <legend className="sr-only">{legend}</legend>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          lang={option.lang}
          aria-pressed={option.value === current}
          onClick={() => onChoose(option.value)}
          className={classNames(
            "min-h-touch cursor-pointer rounded-sm px-3.5 text-sm",
            option.value === current ? "bg-neutral-bg font-bold text-ink" : "text-muted hover:text-ink",
          )}
        >
          {option.label}
        </button>
      ))}
    </fieldset>
  );
}
