"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Change } from "#server/catalog/contract.ts";
import { useNow } from "../../clock/use-now.ts";
import { useFormat } from "../../i18n/format.ts";
import { Alert } from "../../ui/alert.tsx";

interface ChangeListProps {
  changes: readonly Change[];
  /** Until when bought tickets can be given back; left out where nothing is bought yet. */
  cancelDeadlineAt?: string;
  action?: ReactNode;
}

/** Lists what has changed since the tickets were held, and what their buyer may do; empty when nothing has. */
export function ChangeList({ changes, cancelDeadlineAt, action }: ChangeListProps) {
  const t = useTranslations("catalog.changed");
  const format = useFormat();
  if (changes.length === 0) return null;
  return (
    <Alert tone="warning" title={t("heading")} action={action}>
      <ul className="numerals grid gap-1">
        {changes.map(({ field, from, to }) => (
          <li key={field}>
            {t(field, field === "startsAt" ? { from: format.date(from), to: format.date(to) } : { from, to })}
          </li>
        ))}
      </ul>
      {cancelDeadlineAt !== undefined && <Choice until={cancelDeadlineAt} />}
    </Alert>
  );
}

function Choice({ until }: { until: string }) {
  const t = useTranslations("catalog.changed");
  const format = useFormat();
  const now = useNow(30_000);
  const isOver = now !== null && now > Date.parse(until);
  return (
    <p className="numerals mt-2">
      {t("keep")} {!isOver && t("orCancel", { at: format.date(until) })}
    </p>
  );
}
