import { useTranslations } from "next-intl";
import type { HeldSeat } from "#server/seats/contract.ts";

/** What people call a seat: section, row and seat of a map, else section and number. */
export function useSeatName() {
  const t = useTranslations("seatName");
  return ({ section, row, label, number }: Pick<HeldSeat, "section" | "row" | "label" | "number">) =>
    row === null || label === null ? t("listed", { section, number }) : t("inRow", { section, row, label });
}
