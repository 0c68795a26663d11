"use client";
import { useState } from "react";
import type { SeatId } from "#server/seats/contract.ts";
import { readRefusal } from "../../errors/refusal.ts";
import type { ChoiceProps } from "../holds/choice.ts";

interface ChoiceOf<Key> {
  readonly isFree: (seat: Key) => boolean;
  readonly idOf: (seat: Key) => SeatId;
}

/**
 * The seats that a person has chosen, in their order, by any key. One that someone else takes, or that a hold is refused
 * for, is dropped alone.
 * @returns the seats that are chosen, those that were lost since the last choice, and what changes both
 */
export function useChoice<Key>(
  { isFree, idOf }: ChoiceOf<Key>,
  { hold, asked }: Pick<ChoiceProps, "hold" | "asked">,
  /** What is chosen from the beginning. */
  initial: readonly Key[] = [],
) {
  const [{ chosen, lost }, set] = useState<{ chosen: readonly Key[]; lost: readonly Key[] }>({
    chosen: initial,
    lost: [],
  });
  const [seenError, setSeenError] = useState<unknown>(null);
  const isNews = hold.error !== seenError;
  if (isNews) setSeenError(hold.error);
  const refused = isNews ? refusedIds(hold.error) : [];
  // While this person holds them they are not free either.
  const gone = asked ? [] : chosen.filter((seat) => !isFree(seat) || refused.includes(idOf(seat)));
  if (gone.length > 0)
    set({ chosen: chosen.filter((seat) => !gone.includes(seat)), lost: [...lost, ...gone] });
  const change = (next: readonly Key[], stillLost: readonly Key[] = []) => {
    hold.renew();
    // What was said of the last try is not of this choice.
    hold.reset();
    set({ chosen: next, lost: stillLost });
  };
  return {
    ...{ chosen, lost, choose: change },
    toggle: (seat: Key) =>
      change(chosen.includes(seat) ? chosen.filter((one) => one !== seat) : [...chosen, seat]),
    /** Takes a seat instead of one that was lost; what else was lost is still said. */
    replace: (seat: Key, by: Key) =>
      change(
        [...chosen, by],
        lost.filter((one) => one !== seat),
      ),
  };
}

/** The seats that a hold was refused for. */
function refusedIds(error: unknown): readonly string[] {
  const { reason, params } = readRefusal(error);
  const isOfSeats = reason === "seat_taken" || reason === "seat_blocked";
  return isOfSeats ? String(params.seatIds ?? "").split(",") : [];
}
