"use client";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { SeatView } from "#server/seats/contract.ts";
import { useFormat } from "../../i18n/format.ts";
import { useSeatName } from "../../seats/use-seat-name.ts";
import { Button } from "../../ui/button.tsx";

interface ChosenSeatsProps {
  seats: readonly SeatView[];
  disabled: boolean;
  onRemove: (seat: SeatView) => void;
}

/** The seats that are chosen so far, what each costs, and their sum. */
export function ChosenSeats({ seats, disabled, onRemove }: ChosenSeatsProps) {
  const t = useTranslations("seats");
  const format = useFormat();
  const nameOf = useSeatName();
  return (
    <section aria-label={t("chosen.title")} className="grid gap-3 border-line border-t pt-4">
      <h2 className="font-bold">{t("chosen.title")}</h2>
      {seats.length === 0 && <p className="text-muted text-sm">{t("chosen.none")}</p>}
      <ul className="grid gap-1">
        {seats.map((seat) => (
          <li key={seat.id} className="flex items-center gap-2">
            <span className="font-semibold">{nameOf(seat)}</span>
            <span className="numerals ml-auto">{format.krw(seat.price)}</span>
            <Button
              look="quiet"
              size="icon"
              disabled={disabled}
              aria-label={t("chosen.remove", { seat: nameOf(seat) })}
              onClick={() => onRemove(seat)}
            >
              <X aria-hidden />
            </Button>
          </li>
        ))}
      </ul>
      <p className="flex items-baseline justify-between">
        <span className="font-bold">{t("total")}</span>
        <output className="numerals font-extrabold text-2xl">
          {format.krw(seats.reduce((sum, { price }) => sum + price, 0))}
        </output>
      </p>
    </section>
  );
}
