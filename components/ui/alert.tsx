import { CircleAlert, CircleCheck, Info, type LucideIcon, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { type Tone, toneStyles } from "./tone.ts";

const icons: Record<Tone, LucideIcon> = {
  neutral: Info,
  info: Info,
  success: CircleCheck,
  warning: TriangleAlert,
  danger: CircleAlert,
};

interface AlertProps {
  tone: Tone;
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  /** Screen readers announce it at once; for what just happened, not for what the page showed from the start. */
  announce?: boolean;
  className?: string;
}

export function Alert({ tone, title, children, action, announce = false, className }: AlertProps) {
  const Icon = icons[tone];
  return (
    <div
      {...(announce && { role: tone === "danger" || tone === "warning" ? "alert" : "status" })}
      className={classNames(
        "grid grid-cols-[auto_1fr] gap-x-3 gap-y-2 rounded-md border p-4",
        toneStyles[tone],
        className,
      )}
    >
      <Icon className="mt-0.5 size-5" aria-hidden="true" />
      <p className="font-bold">{title}</p>
      {children && <div className="col-start-2 text-[0.9375rem] text-ink">{children}</div>}
      {action && <div className="col-start-2 mt-1 flex flex-wrap gap-2">{action}</div>}
    </div>
  );
}
