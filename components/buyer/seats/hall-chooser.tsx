"use client";
import { useTranslations } from "next-intl";
import { useMemo, useRef } from "react";
import type { SeatId } from "#server/seats/contract.ts";
import { boxOfSeats, type Hall } from "../../seat-map/hall.ts";
import type { ViewMover } from "../../seat-map/move-view.ts";
import { Card } from "../../ui/card.tsx";
import type { ChoiceProps } from "../holds/choice.ts";
import { BestSeats } from "./best-seats.tsx";
import { ChosenBar } from "./chosen-bar.tsx";
import { HallList } from "./hall-list.tsx";
import { HallMap } from "./hall-map.tsx";
import { placesOf, withOwnFree } from "./hall-seats.ts";
import { LostSeats } from "./lost-seats.tsx";
import { SeatPulse } from "./seat-pulse.tsx";
import { useHallChoice } from "./use-hall-choice.ts";
import type { SeatNews } from "./use-seat-states.ts";
import { useSeatView } from "./use-seat-view.ts";
import { ViewSwitch } from "./view-switch.tsx";

interface HallChooserProps extends ChoiceProps {
  hall: Hall;
  news: SeatNews;
}

const NONE: readonly SeatId[] = [];

/** Chooses seats on a map or from a list, which show the same and do the same. */
export function HallChooser({ hall, news, ...props }: HallChooserProps) {
  const { maxPerUser: max, asked, closed, own = NONE, notice, onTake } = props;
  const t = useTranslations("seats");
  const [view, setView] = useSeatView();
  const mover = useRef<ViewMover>(null);
  const ownPlaces = useMemo(() => placesOf(hall, own), [hall, own]);
  const states = useMemo(() => withOwnFree(news.states, ownPlaces), [news.states, ownPlaces]);
  const choice = useHallChoice(hall, states, props, ownPlaces);
  const goTo = (places: readonly number[]) => mover.current?.showSeats(boxOfSeats(hall, places));
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-col gap-4 lg:grid lg:grid-cols-[minmax(0,1fr)_21rem] lg:items-start">
        <Card className="grid min-w-0 gap-4 max-sm:-mx-2 max-sm:p-3">
          <div className="flex flex-wrap items-center justify-between gap-3">
            <div className="grid gap-0.5">
              <h2 className="font-bold text-lg">{t("title")}</h2>
              <p className="text-muted text-sm">{t("hint", { max })}</p>
            </div>
            <ViewSwitch current={view} onChange={setView} />
          </div>
          {view === "map" ? (
            <HallMap {...{ hall, states, choice, mover }} />
          ) : (
            <HallList {...{ hall, states, choice }} />
          )}
          <SeatPulse news={news} />
        </Card>
        <BestSeats {...{ hall, states, choice }} onShow={goTo} />
      </div>
      {/* At the lower end of the screen, on a phone above the dock: what happened is read where the person looks. */}
      <div className="sticky bottom-[calc(3.75rem+env(safe-area-inset-bottom))] z-10 grid gap-2 max-sm:-mx-2 md:bottom-2">
        <div className="max-h-[45dvh] overflow-y-auto rounded-lg bg-surface empty:hidden">
          {choice.lost.length > 0 ? <LostSeats {...{ hall, states, choice }} onShow={goTo} /> : notice}
        </div>
        <ChosenBar {...{ asked, closed, own, onTake, choice, max }} />
      </div>
    </div>
  );
}
