"use client";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { DestinationSummary } from "#server/transmissions/contract.ts";
import { transmissionMachine } from "#server/transmissions/machine.ts";
import { useFormat } from "../../i18n/format.ts";
import { useStateName } from "../../states/use-state-name.ts";
import { Badge } from "../../ui/badge.tsx";
import { Card } from "../../ui/card.tsx";
import { classNames } from "../../ui/class-names.ts";
import { DescriptionList } from "../../ui/description-list.tsx";
import type { Tone } from "../../ui/tone.ts";
import { hrefOf } from "./filter.ts";
import { PausedNotice } from "./paused-notice.tsx";
import { useCounted } from "./use-counted.ts";
import { isPaused } from "./verdict.ts";

const circuitTones: Record<DestinationSummary["circuit"]["state"], Tone> = {
  CLOSED: "neutral",
  OPEN: "warning",
  HALF_OPEN: "info",
};

/** One destination: the numbers of pending, failed and dead transmissions, the oldest age and the throughput. */
export function DestinationCard({ summary }: { summary: DestinationSummary }) {
  const t = useTranslations("transmission");
  const tDestination = useTranslations("destination");
  const format = useFormat();
  const { destination, oldestSeconds, sentLastMinute, circuit } = summary;
  return (
    <Card className="grid content-start gap-4 p-4 sm:p-5" data-destination={destination}>
      <div className="flex items-center justify-between gap-2">
        <h3 className="font-bold text-lg">{tDestination(destination)}</h3>
        <Badge tone={circuitTones[circuit.state]}>{t(`circuit.${circuit.state}`)}</Badge>
      </div>
      <div className="grid grid-cols-3 divide-x divide-line rounded-md border border-line">
        <Count summary={summary} status="PENDING" count={summary.pending} />
        <Count summary={summary} status="FAILED" count={summary.failed} />
        <Count summary={summary} status="DEAD" count={summary.dead} />
      </div>
      <DescriptionList
        items={[
          {
            term: t("oldest"),
            detail: oldestSeconds === null ? t("none") : format.duration(oldestSeconds),
          },
          { term: t("sentLastMinute"), detail: t("count", { count: sentLastMinute }) },
        ]}
      />
      {isPaused(summary) && <PausedNotice destination={destination} circuit={circuit} />}
    </Card>
  );
}

const countStyles = { PENDING: "text-ink", FAILED: "text-warning-fg", DEAD: "text-danger-fg" } as const;

interface CountProps {
  summary: DestinationSummary;
  status: keyof typeof countStyles;
  count: number;
}

/** A number that links to the transmissions it counts. */
function Count({ summary: { destination }, status, count }: CountProps) {
  const t = useTranslations("transmission");
  const tDestination = useTranslations("destination");
  const nameState = useStateName();
  const counted = useCounted();
  const state = nameState(transmissionMachine, status);
  return (
    <Link
      href={hrefOf({ destination, status })}
      scroll={false}
      aria-label={t("countOf", {
        destination: tDestination(destination),
        state,
        count: counted(count),
      })}
      className="grid min-h-touch content-center justify-items-center gap-1.5 px-0.5 py-3 text-center no-underline first:rounded-l-md last:rounded-r-md hover:bg-sunken"
    >
      <span
        className={classNames(
          "figure whitespace-nowrap text-xl",
          count === 0 ? "text-muted" : countStyles[status],
        )}
      >
        {counted(count)}
      </span>
      <span className="text-muted text-xs">{state}</span>
    </Link>
  );
}
