"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import type { SeatId } from "#server/seats/contract.ts";
import { ProblemAlert } from "../../errors/problem-alert.tsx";
import { useSeatName } from "../../seats/use-seat-name.ts";
import { useTRPC } from "../../trpc/client.ts";
import { Alert } from "../../ui/alert.tsx";
import { Card } from "../../ui/card.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import type { ChoiceProps } from "../holds/choice.ts";
import { ChoiceStatus, ChosenSeats } from "./chosen-seats.tsx";
import type { BuyerSeat } from "./seat.ts";
import { SeatLegend } from "./seat-legend.tsx";
import { SeatList } from "./seat-list.tsx";
import { SectionChoice } from "./section-choice.tsx";
import { listedSeats, sectionsOf } from "./sections.ts";
import { TakeSeats } from "./take-seats.tsx";
import { useChoice } from "./use-choice.ts";

const REFRESH_MS = 5000;

/** Chooses numbered seats of a hall that has no map: section first, then seats. */
export function ChooseSeats(props: ChoiceProps) {
  const trpc = useTRPC();
  const seats = useQuery(
    trpc.holds.seats.queryOptions(
      { id: props.eventSessionId },
      { refetchInterval: REFRESH_MS, staleTime: 0 },
    ),
  );
  const { own } = props;
  const listed = useMemo(() => seats.data && listedSeats(seats.data, own), [seats.data, own]);
  if (listed) return <Chooser {...props} seats={listed} />;
  return seats.error ? <ProblemAlert error={seats.error} /> : <Skeleton className="h-80" />;
}

function Chooser({ seats, ...props }: ChoiceProps & { seats: readonly BuyerSeat[] }) {
  const { maxPerUser: max, asked, closed, notice } = props;
  const t = useTranslations("seats");
  const [name, setName] = useState<string>();
  const byId = useMemo(() => new Map(seats.map((seat) => [seat.id, seat])), [seats]);
  const choice = useChoice<SeatId>(
    { isFree: (id) => byId.get(id)?.status === "AVAILABLE", idOf: (id) => id },
    props,
    props.own,
  );
  const seatsOf = (ids: readonly SeatId[]) => ids.flatMap((id) => byId.get(id) ?? []);
  const [chosen, lost] = [seatsOf(choice.chosen), seatsOf(choice.lost)];
  const sections = useMemo(() => sectionsOf(seats), [seats]);
  const section =
    sections.find((each) => each.name === name) ?? sections.find(({ free }) => free > 0) ?? sections[0];
  const full = choice.chosen.length >= max;
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
            {...section}
            {...{ chosen, full }}
            disabled={asked || closed}
            onToggle={({ id }) => choice.toggle(id)}
          />
        )}
        <ChosenSeats seats={chosen} disabled={asked} onRemove={({ id }) => choice.toggle(id)} />
        <ChoiceStatus seats={chosen} max={max} />
      </Card>
      {lost.length > 0 ? <Lost seats={lost} kept={chosen.length} /> : notice}
      <TakeSeats {...props} seatIds={choice.chosen} />
    </>
  );
}

/** Says which of the chosen seats someone else has taken. */
function Lost({ seats, kept }: { seats: readonly BuyerSeat[]; kept: number }) {
  const t = useTranslations("seats.lost");
  const nameOf = useSeatName();
  return (
    <Alert tone="warning" title={t("title")} announce>
      {t("body", { seats: seats.map(nameOf).join(" · "), kept })}
    </Alert>
  );
}
