"use client";
import { useTranslations } from "next-intl";
import { useFormat } from "../../i18n/format.ts";
import { Alert } from "../../ui/alert.tsx";
import type { Doors } from "./use-doors.ts";

/** People who came in though they should not have: doors without a network cannot know of one another. */
export function DoorConflicts({ conflicts, guestConflicts }: Pick<Doors, "conflicts" | "guestConflicts">) {
  const t = useTranslations("doors.conflicts");
  const format = useFormat();
  const count = conflicts.length + guestConflicts.length;
  if (count === 0) return null;
  return (
    <Alert tone="danger" title={t("title", { count })}>
      <ul className="numerals grid gap-1">
        {conflicts.map(({ ticketId, code, kind, entrance, scannedAt, first }) => (
          <li key={`${ticketId} ${scannedAt}`}>
            {t(kind, {
              ...{ code, entrance, at: format.date(scannedAt, "exact") },
              firstEntrance: first?.entrance ?? "",
              firstAt: first ? format.date(first.scannedAt, "exact") : "",
            })}
          </li>
        ))}
        {guestConflicts.map(({ guestId, kind, name, people, entrance, arrivedAt }) => (
          <li key={`${guestId} ${arrivedAt}`}>
            {t(kind, { name, people, entrance, at: format.date(arrivedAt, "exact") })}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
