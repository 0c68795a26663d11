"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { EventSessionId } from "#server/catalog/contract.ts";
import type { SaleSample } from "#server/sales/contract.ts";
import { HISTORY_RANGES, type HistoryRange } from "#server/sales/values.ts";
import { ProblemAlert } from "../../errors/problem-alert.tsx";
import { type DateStyle, useFormat } from "../../i18n/format.ts";
import { useTRPC } from "../../trpc/client.ts";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { Freshness } from "../shell/freshness.tsx";
import { linesOf } from "./chart-lines.ts";

const EVERY_MS = 10_000;
const WIDTH = 600;
const HEIGHT = 160;

/** Tickets sold and people waiting over a time that the operator chooses. */
export function SaleChart({ eventSessionId }: { eventSessionId: EventSessionId }) {
  const t = useTranslations("sales");
  const trpc = useTRPC();
  const [range, setRange] = useState<HistoryRange>("minutes");
  const history = useQuery(
    trpc.sales.history.queryOptions({ eventSessionId, range }, { refetchInterval: EVERY_MS, staleTime: 0 }),
  );
  return (
    <Card className="grid gap-4" aria-labelledby="chart">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h2 id="chart" className="font-bold text-xl">
          {t("chart")}
        </h2>
        <fieldset className="flex flex-wrap gap-1">
          <legend className="sr-only">{t("range")}</legend>
          {HISTORY_RANGES.map((each) => (
            <Button
              key={each}
              look={each === range ? "primary" : "secondary"}
              aria-pressed={each === range}
              onClick={() => setRange(each)}
            >
              {t(`ranges.${each}`)}
            </Button>
          ))}
        </fieldset>
      </div>
      {history.error && <ProblemAlert error={history.error} />}
      {history.data ? (
        <Lines samples={history.data} dates={range === "whole" ? "dateTime" : "time"} />
      ) : (
        !history.error && <Skeleton className="h-40" />
      )}
      <Freshness query={history} />
    </Card>
  );
}

interface LinesProps {
  samples: readonly SaleSample[];
  /** How the first and the last moment are written. */
  dates: DateStyle;
}

function Lines({ samples, dates }: LinesProps) {
  const t = useTranslations("sales");
  const format = useFormat();
  const [first, last] = [samples[0], samples.at(-1)];
  if (!first || !last || samples.length < 2) return <p className="text-muted">{t("chartEmpty")}</p>;
  const { sold, waiting, waitingMax } = linesOf(samples, WIDTH, HEIGHT);
  return (
    <figure className="grid gap-2">
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        className="h-40 w-full overflow-visible"
        role="img"
        aria-label={t("chartOf", { soldFrom: first.sold, soldTo: last.sold, waitingMax })}
      >
        <path
          d={sold}
          fill="none"
          className="stroke-primary"
          strokeWidth="2"
          vectorEffect="non-scaling-stroke"
        />
        <path
          d={waiting}
          fill="none"
          className="stroke-warning-fg"
          strokeWidth="2"
          strokeDasharray="5 4"
          vectorEffect="non-scaling-stroke"
        />
      </svg>
      <figcaption className="numerals flex flex-wrap justify-between gap-x-4 text-sm">
        <span className="text-muted">{format.date(first.at, dates)}</span>
        <span className="order-last flex w-full flex-wrap justify-center gap-x-4 font-bold sm:order-none sm:w-auto">
          <span className="text-primary">— {t("chartSold", { count: last.sold })}</span>
          <span className="text-warning-fg">
            ┄{" "}
            {t("chartWaiting", {
              count: last.waiting === null ? "–" : format.number(last.waiting),
              max: waitingMax,
            })}
          </span>
        </span>
        <span className="text-muted">{format.date(last.at, dates)}</span>
      </figcaption>
    </figure>
  );
}
