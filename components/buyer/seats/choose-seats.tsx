"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import type { SeatView } from "#server/seats/contract.ts";
import { ProblemAlert } from "../../errors/problem-alert.tsx";
import { useSeatName } from "../../seats/use-seat-name.ts";
import { useTRPC } from "../../trpc/client.ts";
import { Alert } from "../../ui/alert.tsx";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import type { ChoiceProps } from "../holds/choice.ts";
import { ChosenSeats } from "./chosen-seats.tsx";
import { SeatLegend, SeatList } from "./seat-list.tsx";
import { SectionChoice } from "./section-choice.tsx";
import { sectionsOf } from "./sections.ts";
import { useChoice } from "./use-choice.ts";

const REFRESH_MS = 5000;

/** Chooses numbered seats: section first, then seats. What others take meanwhile is dropped, and said. */
export function ChooseSeats(props: ChoiceProps) {
  const trpc = useTRPC();
  const seats = useQuery(
    trpc.holds.seats.queryOptions(
      { id: props.eventSessionId },
      { refetchInterval: REFRESH_MS, staleTime: 0 },
    ),
  );
  if (seats.data) return <Chooser {...props} seats={seats.data} />;
  return seats.error ? <ProblemAlert error={seats.error} /> : <Skeleton className="h-80" />;
}

function Chooser({ seats, ...props }: ChoiceProps & { seats: readonly SeatView[] }) {
  const { maxPerUser: max, asked, closed, notice, onTake } = props;
  const t = useTranslations("seats");
  const [name, setName] = useState<string>();
  const { chosen, lost, toggle } = useChoice(seats, props);
  const sections = useMemo(() => sectionsOf(seats), [seats]);
  const section =
    sections.find((each) => each.name === name) ?? sections.find(({ free }) => free > 0) ?? sections[0];
  const full = chosen.length >= max;
  const ids = chosen.map(({ id }) => id);
  const isOff = asked || closed;
  return (
    <>
      <Card className="grid gap-5">
        <div className="grid gap-0.5">
          <h2 className="font-bold text-lg">{t("title")}</h2>
          <p className="text-muted text-sm">{t("hint", { max })}</p>
        </div>
        {sections.length > 1 && section && (
          <SectionChoice sections={sections} current={section.name} onChange={setName} />
        )}
        <SeatLegend />
        <p className="text-muted text-sm max-sm:sr-only">{t("keys")}</p>
        {section && (
          <SeatList
            key={section.name}
            section={section}
            {...{ chosen, full }}
            disabled={isOff}
            onToggle={toggle}
          />
        )}
        <ChosenSeats seats={chosen} disabled={asked} onRemove={toggle} />
        <p role="status" className={full ? "font-semibold text-sm" : "sr-only"}>
          {full ? t("full", { max }) : t("chosen.count", { count: chosen.length })}
        </p>
      </Card>
      {lost.length > 0 ? <Lost seats={lost} /> : notice}
      <Button
        size="large"
        wide
        pending={asked}
        disabled={ids.length === 0 || closed}
        onClick={() => onTake({ seatIds: ids })}
      >
        {t("take", { count: ids.length })}
      </Button>
    </>
  );
}

/** Says which of the chosen seats someone else has taken. */
function Lost({ seats }: { seats: readonly SeatView[] }) {
  const t = useTranslations("seats.lost");
  const nameOf = useSeatName();
  return (
    <Alert tone="warning" title={t("title")} announce>
      {t("body", { seats: seats.map(nameOf).join(" · ") })}
    </Alert>
  );
}
