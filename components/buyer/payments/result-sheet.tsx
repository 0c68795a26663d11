import { CircleAlert, CircleCheck, CircleSlash, type LucideIcon, RotateCcw } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "../../ui/class-names.ts";
import { Spinner } from "../../ui/spinner.tsx";
import { toneStyles } from "../../ui/tone.ts";
import { type Outlook, useOutlookLines } from "../checkout/outlook.tsx";

type ResultTone = "success" | "info" | "warning" | "danger" | "neutral";

const icons: Record<ResultTone, LucideIcon> = {
  success: CircleCheck,
  info: CircleCheck,
  warning: RotateCcw,
  danger: CircleAlert,
  neutral: CircleSlash,
};

interface ResultSheetProps {
  tone: ResultTone;
  /** The result is not known yet: shows a spinner instead of an icon. */
  busy: boolean;
  title: string;
  lead: ReactNode;
  /** What was bought. */
  tickets?: ReactNode;
  outlook: Outlook;
  action: ReactNode;
  footer: string;
}

/** The result as a slip: the outcome on top, then what was bought, the three answers, and the order number. */
export function ResultSheet(props: ResultSheetProps) {
  const { tone, busy, title, lead, tickets, outlook, action, footer } = props;
  const Icon = icons[tone];
  return (
    <section className="mx-auto w-full max-w-xl overflow-hidden rounded-lg border border-line bg-surface shadow-sheet">
      <div role="status" className={classNames("grid gap-2 border-b p-6 sm:p-8", toneStyles[tone])}>
        {busy ? <Spinner className="size-9" /> : <Icon className="size-9" aria-hidden="true" />}
        <h1 className="mt-1 font-extrabold text-2xl sm:text-3xl">{title}</h1>
        <p className="text-ink">{lead}</p>
      </div>
      {tickets && <div className="p-6 sm:p-8">{tickets}</div>}
      <dl className={classNames("grid gap-4 p-6 sm:p-8", tickets && "tear-x")}>
        {useOutlookLines(outlook).map(({ key, question, answer }) => (
          <div key={key} className="grid grid-cols-[4.5rem_1fr] gap-3">
            <dt className="field-name pt-0.5">{question}</dt>
            <dd className="font-semibold">{answer}</dd>
          </div>
        ))}
      </dl>
      <div className="tear-x grid gap-4 p-6 sm:p-8">
        {action}
        <p className="numerals text-muted text-sm">{footer}</p>
      </div>
    </section>
  );
}
