"use client";
import { useTranslations } from "next-intl";
import { useFormat } from "../../i18n/format.ts";
import { classNames } from "../../ui/class-names.ts";
import type { ChoiceProps } from "../holds/choice.ts";
import { ChoiceStatus, ChosenSeat, sumOf } from "./chosen-seats.tsx";
import { TakeSeats } from "./take-seats.tsx";
import type { HallChoice } from "./use-hall-choice.ts";

interface ChosenBarProps extends Pick<ChoiceProps, "asked" | "closed" | "own" | "onTake"> {
  choice: HallChoice;
  max: number;
}

/** The chosen seats, their sum, and the button that holds them. */
export function ChosenBar({ choice, max, ...take }: ChosenBarProps) {
  const t = useTranslations("seats");
  const format = useFormat();
  const { seats } = choice;
  return (
    <section
      aria-label={t("chosen.title")}
      className="grid gap-x-5 gap-y-2 rounded-lg border border-line bg-surface p-3 shadow-raised lg:flex lg:items-center lg:px-5"
    >
      <div className={classNames("grid min-w-0 grow gap-2", seats.length === 0 && "max-lg:sr-only")}>
        <h2 className="font-bold max-lg:sr-only">{t("chosen.title")}</h2>
        {seats.length === 0 && <p className="text-muted text-sm">{t("chosen.none")}</p>}
        {seats.length > 0 && (
          <ul className="flex gap-2 overflow-x-auto">
            {seats.map((seat) => (
              <li
                key={seat.id}
                className="flex shrink-0 items-center gap-2 rounded-sm border border-line pl-3 text-sm"
              >
                <ChosenSeat
                  seat={seat}
                  disabled={take.asked}
                  onRemove={({ place }) => choice.toggle(place)}
                />
              </li>
            ))}
          </ul>
        )}
        <ChoiceStatus seats={seats} max={max} />
      </div>
      <div className="flex shrink-0 items-center gap-4">
        <p className="grid shrink-0 lg:justify-items-end">
          <span className="font-bold text-xs">{t("total")}</span>
          <output className="numerals font-extrabold text-lg lg:text-2xl">{format.krw(sumOf(seats))}</output>
        </p>
        <div className="min-w-0 grow lg:w-56">
          <TakeSeats {...take} seatIds={choice.seatIds} />
        </div>
      </div>
    </section>
  );
}
