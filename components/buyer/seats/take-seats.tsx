"use client";
import { useTranslations } from "next-intl";
import type { SeatId } from "#server/seats/contract.ts";
import { Button } from "../../ui/button.tsx";
import type { ChoiceProps } from "../holds/choice.ts";

interface TakeSeatsProps extends Pick<ChoiceProps, "asked" | "closed" | "onTake"> {
  seatIds: readonly SeatId[];
}

/** Holds the chosen seats. */
export function TakeSeats({ seatIds, asked, closed, onTake }: TakeSeatsProps) {
  const t = useTranslations("seats");
  return (
    <Button
      size="large"
      wide
      pending={asked}
      disabled={seatIds.length === 0 || closed}
      onClick={() => onTake({ seatIds: [...seatIds] })}
    >
      {t("take", { count: seatIds.length })}
    </Button>
  );
}
