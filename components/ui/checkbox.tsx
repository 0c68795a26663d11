import type { ReactNode } from "react";

interface CheckboxProps {
  checked: boolean;
  onChange: (checked: boolean) => void;
  children: ReactNode;
}

/** A native checkbox with its label, which is part of what can be pressed. */
export function Checkbox({ checked, onChange, children }: CheckboxProps) {
  return (
    <label className="inline-flex min-h-touch cursor-pointer items-center gap-2.5">
      <input
        type="checkbox"
        checked={checked}
        onChange={(event) => onChange(event.currentTarget.checked)}
        className="size-5 accent-primary"
      />
      {children}
    </label>
  );
}
