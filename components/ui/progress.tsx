import { classNames } from "./class-names.ts";

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
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent ?? undefined}
      aria-valuetext={valueText}
      className="h-2.5 overflow-hidden rounded-full bg-line"
    >
      <div
        style={percent === null ? undefined : { width: `${percent}%` }}
        className={classNames(
          "h-full rounded-full bg-primary transition-[width] duration-700 ease-settle",
          percent === null && "w-1/3 animate-pulse",
        )}
      />
    </div>
  );
}
