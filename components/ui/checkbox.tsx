import type { ReactNode } from "react";

interface CheckboxProps {
  /** The name in a form; left out where the page reads the state. */
  name?: string;
  checked: boolean;
  disabled?: boolean;
  onChange: (checked: boolean) => void;
  children: ReactNode;
}

/** A native checkbox with its label, which is part of what can be pressed. */
export function Checkbox({ name, checked, disabled = false, onChange, children }: CheckboxProps) {
  return (
    <label className="inline-flex min-h-touch cursor-pointer items-center gap-2.5">
      <input
        type="checkbox"
        name={name}
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.currentTarget.checked)}
        className="size-5 accent-primary"
      />
      {children}
    </label>
  );
}
