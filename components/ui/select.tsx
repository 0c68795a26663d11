"use client";
import { Select as BaseSelect } from "@base-ui/react/select";
import { Check, ChevronsUpDown } from "lucide-react";

interface SelectProps<Value extends string> {
  options: readonly { value: Value; label: string }[];
  value: Value;
  onChange: (value: Value) => void;
  disabled?: boolean;
  /** Needed only outside a Field. */
  ariaLabel?: string;
}

export function Select<Value extends string>({
  options,
  value,
  onChange,
  disabled = false,
  ariaLabel,
}: SelectProps<Value>) {
  return (
    <BaseSelect.Root
      items={options}
      value={value}
      disabled={disabled}
      onValueChange={(next) => next !== null && onChange(next)}
    >
      <BaseSelect.Trigger
        aria-label={ariaLabel}
        className="flex min-h-touch w-full cursor-pointer items-center justify-between gap-3 rounded-sm border border-line-strong bg-surface px-3 text-left data-disabled:cursor-not-allowed data-disabled:bg-sunken data-disabled:text-muted"
      >
        <BaseSelect.Value />
        <BaseSelect.Icon>
          <ChevronsUpDown className="size-4 text-muted" aria-hidden="true" />
        </BaseSelect.Icon>
      </BaseSelect.Trigger>
      <BaseSelect.Portal>
        <BaseSelect.Positioner sideOffset={4} className="z-50 outline-none" alignItemWithTrigger={false}>
          <BaseSelect.Popup className="min-w-(--anchor-width) rounded-md border border-line bg-surface py-1 shadow-raised outline-none">
            <BaseSelect.List className="max-h-(--available-height) overflow-y-auto">
              {options.map((option) => (
                <BaseSelect.Item
                  key={option.value}
                  value={option.value}
                  className="flex min-h-touch cursor-pointer items-center gap-2 px-3 outline-none data-highlighted:bg-sunken data-selected:font-semibold"
                >
                  <span className="w-4">
                    <BaseSelect.ItemIndicator>
                      <Check className="size-4 text-primary" aria-hidden="true" />
                    </BaseSelect.ItemIndicator>
                  </span>
                  <BaseSelect.ItemText>{option.label}</BaseSelect.ItemText>
                </BaseSelect.Item>
              ))}
            </BaseSelect.List>
          </BaseSelect.Popup>
        </BaseSelect.Positioner>
      </BaseSelect.Portal>
    </BaseSelect.Root>
  );
}
