import Link from "next/link";
import { useTranslations } from "next-intl";
import type { z } from "zod";
import type { TransmissionListed } from "#server/transmissions/contract.ts";
import { transmissionMachine } from "#server/transmissions/machine.ts";
import { useFormat } from "../i18n/format.ts";
import { StateBadge } from "../state-badge.tsx";

export function TransmissionRow(row: z.output<typeof TransmissionListed>) {
  const t = useTranslations("transmission");
  const format = useFormat();
  const {
    id,
    type,
    destination,
    aggregateId,
    status,
    retryCount,
    nextAttemptAt,
    sentAt,
    lastError,
    createdAt,
  } = row;
  const waits = status === "PENDING" || status === "FAILED";
  return (
    <li className="relative grid gap-x-6 gap-y-1 border-line border-b p-4 last:border-b-0 hover:bg-sunken/50 sm:grid-cols-[9rem_1fr_auto] sm:px-6">
      <p>
        <StateBadge machine={transmissionMachine} state={status} />
      </p>
      <div className="grid min-w-0 gap-0.5">
        <h3 className="font-bold">
          <Link href={`/admin/transmissions/${id}`} className="no-underline after:absolute after:inset-0">
            {type}
          </Link>
          <span className="font-normal text-muted"> → {t(`destination.${destination}`)}</span>
        </h3>
        <p className="numerals break-all text-muted text-sm">{aggregateId}</p>
        {lastError && status !== "SENT" && <p className="break-words text-danger-fg text-sm">{lastError}</p>}
      </div>
      <div className="numerals text-muted text-sm sm:text-right">
        <p>{format.date(createdAt)}</p>
        {sentAt && <p>{t("sentAt", { at: format.date(sentAt, "timeWithSeconds") })}</p>}
        {retryCount > 0 && <p>{t("retries", { count: retryCount })}</p>}
        {waits && retryCount > 0 && (
          <p>{t("nextTry", { at: format.date(nextAttemptAt, "timeWithSeconds") })}</p>
        )}
      </div>
    </li>
  );
}
