"use client";
import { useTranslations } from "next-intl";
import { type RefObject, useMemo, useState } from "react";
import { useFormat } from "../../i18n/format.ts";
import { drawnBoxOf, type Hall } from "../../seat-map/hall.ts";
import { MapControls } from "../../seat-map/map-controls.tsx";
import type { ViewMover } from "../../seat-map/move-view.ts";
import { SeatCanvas } from "../../seat-map/seat-canvas.tsx";
import { indexSeats } from "../../seat-map/seat-index.ts";
import { zonesOf } from "../../seat-map/zones.ts";
import { useSeatName } from "../../seats/use-seat-name.ts";
import { looksOf, type SeatStates, seatAt, sectionsOfHall } from "./hall-seats.ts";
import { MapLegend } from "./map-legend.tsx";
import { stateOf } from "./seat-legend.tsx";
import type { HallChoice } from "./use-hall-choice.ts";

interface HallMapProps {
  hall: Hall;
  states: SeatStates;
  choice: HallChoice;
  mover: RefObject<ViewMover | null>;
}

/** The hall from above. A press comes nearer until seats can be told apart, and then chooses one. */
export function HallMap({ hall, states, choice, mover }: HallMapProps) {
  const t = useTranslations("seats.map");
  const tMap = useTranslations("seatMap");
  const [seen, setSeen] = useState<number>();
  const fixed = useMemo(() => ({ hall, index: indexSeats(hall), zones: zonesOf(hall) }), [hall]);
  const sections = useMemo(() => sectionsOfHall(hall, states), [hall, states]);
  const { chosen } = choice;
  const scene = useMemo(() => {
    const free = new Map(sections.map((section) => [section.index, section.free]));
    return {
      ...fixed,
      looks: looksOf(states, chosen),
      notes: hall.sections.map((_, index) => t("note", { free: free.get(index) ?? 0 })),
      stage: tMap("stage"),
    };
  }, [fixed, hall, states, chosen, sections, t, tMap]);
  return (
    <>
      <div
        className="relative max-h-[min(48dvh,34rem)] min-h-80 w-full overflow-hidden rounded-md border border-line bg-surface sm:max-h-[min(58dvh,34rem)]"
        style={{ aspectRatio: shapeOf(hall) }}
      >
        <SeatCanvas
          scene={scene}
          label={t("label")}
          mover={mover}
          onPress={(place) => {
            setSeen(place);
            choice.press(place);
          }}
          onPoint={setSeen}
        />
        {seen !== undefined && <SeenSeat {...{ hall, states, choice }} place={seen} />}
        <MapControls mover={mover} />
      </div>
      <p className="text-muted text-sm">{t("hint")}</p>
      <MapLegend sections={sections} colors={hall.sections.map(({ color }) => color)} />
    </>
  );
}

/** How wide a hall is for its depth: a wide one takes less of a phone's screen. */
function shapeOf(hall: Hall): number {
  const { left, top, right, bottom } = drawnBoxOf(hall);
  return Math.max(1, right - left) / Math.max(1, bottom - top);
}

/** The seat that a mouse points at, or that was pressed last, in words. */
function SeenSeat({ hall, states, choice, place }: Omit<HallMapProps, "mover"> & { place: number }) {
  const t = useTranslations("seats");
  const format = useFormat();
  const nameOf = useSeatName();
  const seat = seatAt(hall, states, place);
  const state = stateOf(seat, choice.chosen.includes(place));
  return (
    <p
      aria-hidden
      className="pointer-events-none absolute top-2 left-2 max-w-[calc(100%-1rem)] rounded-sm border border-line bg-surface px-2.5 py-1.5 text-sm shadow-raised"
    >
      <span className="font-semibold">{nameOf(seat)}</span> · {format.krw(seat.price)}
      <span className="block text-muted">
        {[t(`legend.${state}`), ...seat.flags.map((flag) => t(`flags.${flag}`))].join(" · ")}
      </span>
    </p>
  );
}
