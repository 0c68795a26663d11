import type { ReactNode } from "react";
import { classNames } from "../ui/class-names.ts";

interface PreferenceSwitchProps<Value extends string> {
  legend: string;
  /** Name of the form value. */
  name: string;
  options: readonly { value: Value; label: ReactNode; lang?: string }[];
  current: Value;
  save: (form: FormData) => Promise<void>;
}

/** A row of submit buttons, so that a preference can be set before, or without, any script. */
export function PreferenceSwitch<Value extends string>({
  legend,
  name,
  options,
  current,
  save,
}: PreferenceSwitchProps<Value>) {
  return (
    <form action={save}>
      <fieldset className="inline-flex items-center rounded-sm border border-line bg-surface">
        <legend className="sr-only">{legend}</legend>
        {options.map((option) => (
          <button
            key={option.value}
            type="submit"
            name={name}
            value={option.value}
            lang={option.lang}
            aria-pressed={option.value === current}
            className={classNames(
              "min-h-touch cursor-pointer rounded-sm px-3.5 text-sm",
              option.value === current ? "bg-neutral-bg font-bold text-ink" : "text-muted hover:text-ink",
            )}
          >
            {option.label}
          </button>
        ))}
      </fieldset>
    </form>
  );
}
