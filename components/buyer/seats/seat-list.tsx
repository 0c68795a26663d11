"use client";
import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useState } from "react";
import type { SeatView } from "#server/seats/contract.ts";
import { useFormat } from "../../i18n/format.ts";
import { useSeatName } from "../../seats/use-seat-name.ts";
import { classNames } from "../../ui/class-names.ts";
import type { Section } from "./sections.ts";

interface SeatListProps {
  section: Section;
  chosen: readonly SeatView[];
  /** No more can be chosen. */
  full: boolean;
  disabled: boolean;
  onToggle: (seat: SeatView) => void;
}

/** Which seat each key leads to, from the one that has the focus. */
const STEPS: Readonly<Record<string, (index: number, count: number) => number>> = {
  ArrowRight: (index, count) => Math.min(count - 1, index + 1),
  ArrowDown: (index, count) => Math.min(count - 1, index + 1),
  ArrowLeft: (index) => Math.max(0, index - 1),
  ArrowUp: (index) => Math.max(0, index - 1),
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** The seats of a section as buttons. One of them is in the order of the tab key; arrow keys lead to the others. */
export function SeatList({ section: { name, seats }, chosen, full, disabled, onToggle }: SeatListProps) {
  const t = useTranslations("seats");
  const format = useFormat();
  const nameOf = useSeatName();
  const [current, setCurrent] = useState(0);
  const move = (event: KeyboardEvent<HTMLUListElement>) => {
    const step = STEPS[event.key];
    if (!step) return;
    event.preventDefault();
    const next = step(current, seats.length);
    setCurrent(next);
    event.currentTarget.querySelectorAll("button")[next]?.focus();
  };
  return (
    <ul aria-label={t("list", { section: name })} className="flex flex-wrap gap-1.5" onKeyDown={move}>
      {seats.map((seat, index) => {
        const isChosen = chosen.includes(seat);
        const isTaken = seat.status !== "AVAILABLE";
        const state = isTaken ? "taken" : isChosen ? "chosen" : "free";
        return (
          <li key={seat.id}>
            <button
              type="button"
              aria-pressed={isChosen}
              // Disabled buttons take no focus, and people who use a keyboard could not pass them.
              aria-disabled={isTaken || disabled || (full && !isChosen)}
              aria-label={t("seat", {
                ...{ seat: nameOf(seat), price: format.krw(seat.price) },
                state: t(`legend.${state}`),
              })}
              tabIndex={index === Math.min(current, seats.length - 1) ? 0 : -1}
              onFocus={() => setCurrent(index)}
              onClick={() => {
                if (!isTaken && !disabled && (isChosen || !full)) onToggle(seat);
              }}
              className={classNames(SEAT, LOOKS[state])}
            >
              {isChosen && !isTaken && <Check aria-hidden className="size-3.5" />}
              {seat.number}
            </button>
          </li>
        );
      })}
    </ul>
  );
}

const SEAT =
  "numerals inline-flex min-h-touch min-w-touch items-center justify-center gap-1 rounded-sm border px-2 font-semibold text-sm";

/** The state is told by fill, line and mark too, not by colour alone. */
const LOOKS = {
  free: "cursor-pointer border-line-strong bg-surface text-ink hover:border-ink",
  chosen: "cursor-pointer border-primary bg-primary text-on-primary",
  taken: "cursor-not-allowed border-line border-dashed bg-sunken text-muted line-through",
} as const;

/** What the looks of the buttons mean. */
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
              LOOKS[state],
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
