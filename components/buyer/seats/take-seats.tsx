"use client";
import { useTranslations } from "next-intl";
import type { SeatId } from "#server/seats/contract.ts";
import { Button } from "../../ui/button.tsx";
import type { ChoiceProps } from "../holds/choice.ts";

interface TakeSeatsProps extends Pick<ChoiceProps, "asked" | "closed" | "own" | "onTake"> {
  seatIds: readonly SeatId[];
}

/** Holds the chosen seats, in place of those that the person holds already. */
export function TakeSeats({ seatIds, asked, closed, own = [], onTake }: TakeSeatsProps) {
  const t = useTranslations("seats");
  return (
    <Button
      size="large"
      wide
      pending={asked}
      disabled={seatIds.length === 0 || closed}
      onClick={() => onTake({ seatIds: [...seatIds] })}
    >
      {t(own.length > 0 ? "change" : "take", { count: seatIds.length })}
    </Button>
  );
}
