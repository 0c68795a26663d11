import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

/** The three things a buyer must know when something went wrong. */
export interface Outlook {
  /** Was I charged? */
  charged: ReactNode;
  /** Do I still have the tickets, and until when? */
  seat: ReactNode;
  /** What happens, or what do I do, next? */
  next: ReactNode;
}

const questions = ["charged", "seat", "next"] as const;

/** The questions with their answers, in the order in which a buyer asks them. */
export function useOutlookLines(outlook: Outlook) {
  const t = useTranslations("outlook");
  return questions.map((question) => ({ question: t(question), answer: outlook[question], key: question }));
}

export function OutlookLines(outlook: Outlook) {
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
      {useOutlookLines(outlook).map(({ key, question, answer }) => (
        <div key={key} className="col-span-2 grid grid-cols-subgrid">
          <dt className="font-semibold text-muted">{question}</dt>
          <dd>{answer}</dd>
        </div>
      ))}
    </dl>
  );
}
