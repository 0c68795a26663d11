"use client";
import { useTranslations } from "next-intl";
import { useFormat } from "../../i18n/format.ts";
import type { Hall } from "../../seat-map/hall.ts";
import { useSeatName } from "../../seats/use-seat-name.ts";
import { Alert } from "../../ui/alert.tsx";
import { Button } from "../../ui/button.tsx";
import { type SeatStates, seatAt } from "./hall-seats.ts";
import { nearestFree } from "./nearest-free.ts";
import type { HallChoice } from "./use-hall-choice.ts";

interface LostSeatsProps {
  hall: Hall;
  states: SeatStates;
  choice: HallChoice;
  /** Has the map show these places. */
  onShow: (places: readonly number[]) => void;
}

/** Says which of the chosen seats someone else has taken, and offers the nearest free one instead of each. */
export function LostSeats({ hall, states, choice, onShow }: LostSeatsProps) {
  const t = useTranslations("seats.lost");
  const format = useFormat();
  const nameOf = useSeatName();
  const offers: { readonly lost: number; readonly place: number }[] = [];
  for (const lost of choice.lost) {
    const others = [...choice.chosen, ...choice.lost, ...offers.map(({ place }) => place)];
    const place = nearestFree(hall, states, lost, others);
    if (place !== undefined) offers.push({ lost, place });
  }
  const buttons = offers.map(({ lost, place }) => {
    const seat = seatAt(hall, states, place);
    return (
      <Button
        key={lost}
        look="secondary"
        disabled={choice.disabled}
        onClick={() => {
          choice.replace(lost, place);
          onShow([place]);
        }}
      >
        {t("instead", { seat: nameOf(seat), price: format.krw(seat.price) })}
      </Button>
    );
  });
  const names = choice.lost.map((place) => nameOf(seatAt(hall, states, place)));
  return (
    <Alert tone="warning" title={t("title")} announce action={buttons}>
      {t("body", { seats: names.join(" · "), kept: choice.chosen.length })}
    </Alert>
  );
}
