import { CircleAlert, CircleCheck, Info, type LucideIcon, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Tone } from "#server/platform/database/machine.ts";
import { classNames } from "./class-names.ts";
import { toneStyles } from "./tone.ts";

const icons: Record<Tone, LucideIcon> = {
  neutral: Info,
  info: Info,
  success: CircleCheck,
  warning: TriangleAlert,
  danger: CircleAlert,
};

/** The three things a buyer must know when something went wrong. */
export interface Outlook {
  /** Was I charged? */
  charged: ReactNode;
  /** Do I still have the seat, and until when? */
  seat: ReactNode;
  /** What happens, or what do I do, next? */
  next: ReactNode;
}

interface AlertProps {
  tone: Tone;
  title: ReactNode;
  children?: ReactNode;
  outlook?: Outlook | undefined;
  action?: ReactNode;
  /** Read out at once; for what just happened, not for what stands on the page from the start. */
  announce?: boolean;
  className?: string;
}

export function Alert({ tone, title, children, outlook, action, announce = false, className }: AlertProps) {
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
      {outlook && <OutlookLines {...outlook} />}
      {action && <div className="col-start-2 mt-1 flex flex-wrap gap-2">{action}</div>}
    </div>
  );
}

function OutlookLines({ charged, seat, next }: Outlook) {
  const t = useTranslations("ui");
  return (
    <dl className="col-start-2 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-[0.9375rem] text-ink">
      {(
        [
          ["charged", charged],
          ["seat", seat],
          ["next", next],
        ] as const
      ).map(([key, line]) => (
        <div key={key} className="col-span-2 grid grid-cols-subgrid">
          <dt className="font-semibold text-muted">{t(key)}</dt>
          <dd>{line}</dd>
        </div>
      ))}
    </dl>
  );
}
