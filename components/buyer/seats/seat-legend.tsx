"use client";
import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { classNames } from "../../ui/class-names.ts";
import type { BuyerSeat } from "./seat.ts";

/** The state is told by fill, line and mark too, not by colour alone. */
export const SEAT_STYLES = {
  free: "cursor-pointer border-line-strong bg-surface text-ink hover:border-ink",
  chosen: "cursor-pointer border-primary bg-primary text-on-primary",
  taken: "cursor-not-allowed border-line border-dashed bg-sunken text-muted line-through",
} as const;

export const stateOf = ({ status }: BuyerSeat, isChosen: boolean): keyof typeof SEAT_STYLES =>
  status !== "AVAILABLE" && !isChosen ? "taken" : isChosen ? "chosen" : "free";

/** What the looks of the buttons in a list mean. */
export function SeatLegend() {
  const t = useTranslations("seats.legend");
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1.5 text-muted text-sm">
      {(["free", "chosen", "taken"] as const).map((state) => (
        <li key={state} className="flex items-center gap-1.5">
          <span
            aria-hidden
            className={classNames(
              "inline-flex size-5 items-center justify-center rounded-sm border text-xs",
              SEAT_STYLES[state],
            )}
          >
            {state === "chosen" ? <Check className="size-3.5" /> : state === "taken" ? "1" : ""}
          </span>
          {t(state)}
        </li>
      ))}
    </ul>
  );
}
