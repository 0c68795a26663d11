"use client";
import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import type { Hall } from "../../seat-map/hall.ts";
import { rowsOfSection, type SeatStates, sectionsOfHall } from "./hall-seats.ts";
import { SeatLegend } from "./seat-legend.tsx";
import { SeatList } from "./seat-list.tsx";
import { SectionChoice } from "./section-choice.tsx";
import type { HallChoice } from "./use-hall-choice.ts";

interface HallListProps {
  hall: Hall;
  states: SeatStates;
  choice: HallChoice;
}

/** The seats of a hall by section and row, for a keyboard, a screen reader, or who reads names more easily than maps. */
export function HallList({ hall, states, choice }: HallListProps) {
  const t = useTranslations("seats");
  const [name, setName] = useState<string>();
  const sections = useMemo(() => sectionsOfHall(hall, states), [hall, states]);
  const section =
    sections.find((each) => each.name === name) ?? sections.find(({ free }) => free > 0) ?? sections[0];
  const index = section?.index;
  const rows = useMemo(
    () => (index === undefined ? [] : rowsOfSection(hall, states, index)),
    [hall, states, index],
  );
  return (
    <>
      {sections.length > 1 && section && (
        <SectionChoice sections={sections} current={section.name} onChange={setName} />
      )}
      <SeatLegend />
      <p className="text-muted text-sm max-sm:sr-only">{t("keys")}</p>
      {section && (
        <SeatList
          key={section.name}
          {...{ name: section.name, rows, full: choice.full, disabled: choice.disabled }}
          chosen={choice.seats}
          onToggle={({ place }) => choice.press(place)}
        />
      )}
    </>
  );
}
