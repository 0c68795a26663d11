"use client";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { z } from "zod";
import type { TransmissionListed } from "#server/transmissions/contract.ts";
import { transmissionMachine } from "#server/transmissions/machine.ts";
import { Moment } from "../../clock/moment.tsx";
import { StateBadge } from "../../states/state-badge.tsx";

interface TransmissionRowProps {
  transmission: z.output<typeof TransmissionListed>;
  now: number | null;
  /** The list's filter, which leads back to it. */
  query: string;
}

export function TransmissionRow({ transmission, now, query }: TransmissionRowProps) {
  const t = useTranslations("transmission");
  const tDestination = useTranslations("destination");
  const { id, destination, type, aggregateId, status, retryCount, lastError, createdAt } = transmission;
  return (
    <li className="relative grid gap-x-6 gap-y-2 border-line border-b p-4 last:border-b-0 hover:bg-sunken/50 lg:grid-cols-[8rem_minmax(0,1fr)_10rem_12.5rem] lg:items-center lg:px-5">
      <p>
        <StateBadge machine={transmissionMachine} state={status} />
      </p>
      <div className="min-w-0">
        <h3 className="font-bold">
          <Link
            href={`/admin/transmissions/${id}${query}`}
            className="no-underline after:absolute after:inset-0"
          >
            {type}
          </Link>
        </h3>
        <p className="break-all font-mono text-[0.8125rem] text-muted">{aggregateId}</p>
        {lastError && <p className="line-clamp-2 text-danger-fg text-sm">{lastError}</p>}
      </div>
      <p className="flex flex-wrap gap-x-2 text-[0.9375rem] lg:grid">
        <span>{tDestination(destination)}</span>
        {retryCount > 0 && (
          <span className="numerals text-muted text-sm">{t("failures", { count: retryCount })}</span>
        )}
      </p>
      <Moment at={createdAt} now={now} className="flex flex-wrap items-baseline gap-x-2 lg:grid" />
    </li>
  );
}
