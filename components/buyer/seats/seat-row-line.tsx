"use client";
import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { memo } from "react";
import type { SeatId } from "#server/seats/contract.ts";
import { useFormat } from "../../i18n/format.ts";
import { useSeatName } from "../../seats/use-seat-name.ts";
import { classNames } from "../../ui/class-names.ts";
import type { BuyerSeat, SeatRow } from "./seat.ts";
import { SEAT_STYLES, stateOf } from "./seat-legend.tsx";

interface SeatRowLineProps {
  row: SeatRow;
  /** The ids of its seats that are chosen, separated by commas: a text is compared by what it says. */
  chosen: string;
  /** The seat of this row that is in the order of the tab key. */
  focusable: SeatId | undefined;
  full: boolean;
  disabled: boolean;
  onToggle: (seat: BuyerSeat) => void;
  onFocus: (id: SeatId) => void;
}

/** A row's label and its seats. A row that has not changed is not drawn again with each seat that is sold elsewhere. */
export const SeatRowLine = memo(function SeatRowLine({ row, chosen, ...rest }: SeatRowLineProps) {
  const t = useTranslations("seats");
  const chosenIds = chosen.split(",");
  const free = row.seats.filter(({ status }) => status === "AVAILABLE").length;
  return (
    <div className="grid gap-1.5">
      {row.label !== null && (
        <p className="flex items-baseline gap-2 text-sm">
          <span className="font-semibold">{t("row", { row: row.label })}</span>
          <span className="text-muted">{t("rowHint", { free })}</span>
        </p>
      )}
      <ul className="flex flex-wrap gap-1.5">
        {row.seats.map((seat) => (
          <li key={seat.id}>
            <SeatButton seat={seat} isChosen={chosenIds.includes(seat.id)} {...rest} />
          </li>
        ))}
      </ul>
    </div>
  );
}, isSameRow);

function isSameRow(
  { row: before, ...one }: SeatRowLineProps,
  { row: after, ...other }: SeatRowLineProps,
): boolean {
  return (
    one.chosen === other.chosen &&
    one.focusable === other.focusable &&
    one.full === other.full &&
    one.disabled === other.disabled &&
    one.onToggle === other.onToggle &&
    before.seats.length === after.seats.length &&
    before.seats.every(
      ({ id, status }, at) => after.seats[at]?.id === id && after.seats[at].status === status,
    )
  );
}

interface SeatButtonProps extends Omit<SeatRowLineProps, "row" | "chosen"> {
  seat: BuyerSeat;
  isChosen: boolean;
}

function SeatButton({ seat, isChosen, focusable, full, disabled, onToggle, onFocus }: SeatButtonProps) {
  const t = useTranslations("seats");
  const format = useFormat();
  const nameOf = useSeatName();
  const state = stateOf(seat, isChosen);
  const isPressable = state !== "taken" && !disabled && (isChosen || !full);
  return (
    <button
      type="button"
      data-seat={seat.id}
      aria-pressed={isChosen}
      // Disabled buttons take no focus, and people who use a keyboard could not pass them.
      aria-disabled={!isPressable}
      aria-label={t("seat", {
        seat: nameOf(seat),
        price: format.krw(seat.price),
        state: [t(`legend.${state}`), ...seat.flags.map((flag) => t(`flags.${flag}`))].join(", "),
      })}
      tabIndex={seat.id === focusable ? 0 : -1}
      onFocus={() => onFocus(seat.id)}
      onClick={() => {
        if (isPressable) onToggle(seat);
      }}
      className={classNames(
        "numerals inline-flex min-h-touch min-w-touch scroll-my-48 items-center justify-center gap-1 rounded-sm border px-2 font-semibold text-sm",
        SEAT_STYLES[state],
      )}
    >
      {state === "chosen" && <Check aria-hidden className="size-3.5" />}
      {seat.label ?? seat.number}
    </button>
  );
}
