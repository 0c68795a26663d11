"use client";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useCallback, useLayoutEffect, useRef, useState } from "react";
import type { SeatId } from "#server/seats/contract.ts";
import { Button } from "../../ui/button.tsx";
import type { BuyerSeat, SeatRow } from "./seat.ts";
import { SeatRowLine } from "./seat-row-line.tsx";
import { seatAfter } from "./seat-steps.ts";

interface SeatListProps {
  /** Of the section. */
  name: string;
  rows: readonly SeatRow[];
  chosen: readonly BuyerSeat[];
  /** No more can be chosen. */
  full: boolean;
  disabled: boolean;
  onToggle: (seat: BuyerSeat) => void;
}

/** With so many seats the next rows are shown when they are asked for. */
const SEATS_AT_ONCE = 1500;

/** The seats of a section as buttons. One of them is in the order of the tab key; arrow keys lead to the others. */
export function SeatList({ name, rows, chosen, full, disabled, onToggle }: SeatListProps) {
  const t = useTranslations("seats");
  const [current, setCurrent] = useState<SeatId>();
  const [parts, setParts] = useState(1);
  const shown = rowsShown(rows, parts * SEATS_AT_ONCE);
  const seats = shown.flatMap((row) => row.seats);
  const focusable = seats.find(({ id }) => id === current) ?? seats[0];
  const chosenIds = chosen.map(({ id }) => id);
  const toggle = useLatest(onToggle);
  const move = (event: KeyboardEvent<HTMLElement>) => {
    const next = focusable && seatAfter(shown, focusable, event.key);
    if (!next) return;
    event.preventDefault();
    setCurrent(next.id);
    event.currentTarget.querySelector<HTMLButtonElement>(`[data-seat="${next.id}"]`)?.focus();
  };
  return (
    <section aria-label={t("list", { section: name })} className="grid gap-3" onKeyDown={move}>
      {shown.map((row) => (
        <SeatRowLine
          key={row.key}
          row={row}
          chosen={chosenIds.filter((id) => row.seats.some((seat) => seat.id === id)).join()}
          focusable={row.seats.some(({ id }) => id === focusable?.id) ? focusable?.id : undefined}
          {...{ full, disabled }}
          onToggle={toggle}
          onFocus={setCurrent}
        />
      ))}
      {shown.length < rows.length && (
        <Button look="secondary" onClick={() => setParts(parts + 1)}>
          {t("moreRows")}
        </Button>
      )}
    </section>
  );
}

/** A function that stays the same one and calls the newest, so that rows are not drawn again for its sake. */
function useLatest<T>(call: (value: T) => void): (value: T) => void {
  const latest = useRef(call);
  useLayoutEffect(() => {
    latest.current = call;
  });
  return useCallback((value: T) => latest.current(value), []);
}

/** The first rows, with so many seats at least. */
function rowsShown(rows: readonly SeatRow[], seats: number): readonly SeatRow[] {
  let sum = 0;
  const last = rows.findIndex((row) => {
    sum += row.seats.length;
    return sum >= seats;
  });
  return last < 0 ? rows : rows.slice(0, last + 1);
}
