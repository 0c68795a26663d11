import { useTranslations } from "next-intl";
import type { Change } from "#server/catalog/contract.ts";
import { useFormat } from "../../i18n/format.ts";
import { Alert } from "../../ui/alert.tsx";

/** Lists what has changed since the tickets were held; empty when nothing has. */
export function ChangeList({ changes }: { changes: readonly Change[] }) {
  const t = useTranslations("catalog.changed");
  const format = useFormat();
  if (changes.length === 0) return null;
  return (
    <Alert tone="warning" title={t("heading")}>
      <ul className="numerals grid gap-1">
        {changes.map(({ field, from, to }) => (
          <li key={field}>
            {t(field, field === "startsAt" ? { from: format.date(from), to: format.date(to) } : { from, to })}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
