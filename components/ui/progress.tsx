"use client";
import { Progress as BaseProgress } from "@base-ui/react/progress";

interface ProgressProps {
  /** 0 to 100; null while the share is unknown. */
  percent: number | null;
  label: string;
  /** What screen readers say instead of the bare percentage. */
  valueText?: string;
}

/** A bar whose label is for screen readers; the page says the numbers beside it. */
export function Progress({ percent, label, valueText }: ProgressProps) {
  return (
    <BaseProgress.Root
      value={percent}
      aria-label={label}
      {...(valueText !== undefined && { getAriaValueText: () => valueText })}
    >
      <BaseProgress.Track className="h-2.5 overflow-hidden rounded-full bg-line">
        <BaseProgress.Indicator className="h-full rounded-full bg-primary transition-[width] duration-700 ease-settle data-indeterminate:w-1/3 data-indeterminate:animate-pulse" />
      </BaseProgress.Track>
    </BaseProgress.Root>
  );
}
