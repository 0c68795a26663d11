"use client";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFormat } from "../../i18n/format.ts";
import { useSeatName } from "../../seats/use-seat-name.ts";
import { Button } from "../../ui/button.tsx";
import type { BuyerSeat } from "./seat.ts";

interface ChosenSeatsProps {
  seats: readonly BuyerSeat[];
  disabled: boolean;
  onRemove: (seat: BuyerSeat) => void;
}

/** The seats that are chosen so far, what each costs, and their sum. */
export function ChosenSeats({ seats, disabled, onRemove }: ChosenSeatsProps) {
  const t = useTranslations("seats");
  const format = useFormat();
  return (
    <section aria-label={t("chosen.title")} className="grid gap-3 border-line border-t pt-4">
      <h2 className="font-bold">{t("chosen.title")}</h2>
      {seats.length === 0 && <p className="text-muted text-sm">{t("chosen.none")}</p>}
      <ul className="grid gap-1">
        {seats.map((seat) => (
          <li key={seat.id} className="flex items-center gap-2">
            <ChosenSeat {...{ seat, disabled, onRemove }} />
          </li>
        ))}
      </ul>
      <p className="flex items-baseline justify-between">
        <span className="font-bold">{t("total")}</span>
        <output className="numerals font-extrabold text-2xl">{format.krw(sumOf(seats))}</output>
      </p>
    </section>
  );
}

/** KRW. */
export const sumOf = (seats: readonly BuyerSeat[]): number =>
  seats.reduce((sum, { price }) => sum + price, 0);

interface ChosenSeatProps extends Omit<ChosenSeatsProps, "seats"> {
  seat: BuyerSeat;
}

/** A chosen seat with what is particular about it, what it costs, and what removes it. */
export function ChosenSeat({ seat, disabled, onRemove }: ChosenSeatProps) {
  const t = useTranslations("seats");
  const format = useFormat();
  const name = useSeatName()(seat);
  return (
    <>
      <span className="grid">
        <span className="font-semibold">{name}</span>
        {seat.flags.length > 0 && (
          <span className="text-sm text-warning-fg">
            {seat.flags.map((flag) => t(`flags.${flag}`)).join(", ")}
          </span>
        )}
      </span>
      <span className="numerals ml-auto">{format.krw(seat.price)}</span>
      <Button
        look="quiet"
        size="icon"
        disabled={disabled}
        aria-label={t("chosen.remove", { seat: name })}
        onClick={() => onRemove(seat)}
      >
        <X aria-hidden />
      </Button>
    </>
  );
}

/** Tells how many seats are chosen, what is particular about them, and when no more can be. */
export function ChoiceStatus({ seats, max }: { seats: readonly BuyerSeat[]; max: number }) {
  const t = useTranslations("seats");
  const nameOf = useSeatName();
  const full = seats.length >= max;
  const special = seats
    .filter(({ flags }) => flags.length > 0)
    .map((seat) => `${nameOf(seat)}: ${seat.flags.map((flag) => t(`flags.${flag}`)).join(", ")}`);
  return (
    <p role="status" className={full ? "font-semibold text-sm" : "sr-only"}>
      {full ? t("full", { max }) : t("chosen.count", { count: seats.length })}
      {special.length > 0 && <span className="sr-only"> {special.join(" ")}</span>}
    </p>
  );
}
