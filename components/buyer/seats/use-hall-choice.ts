"use client";
import { useState } from "react";
import { bestAvailable, type SeatWish } from "#server/seat-maps/best-available.policy.ts";
import { seatIdAt } from "#server/seats/values.ts";
import type { Hall } from "../../seat-map/hall.ts";
import type { ChoiceProps } from "../holds/choice.ts";
import { isFreeAt, offeredSeats, type SeatStates, seatAt } from "./hall-seats.ts";
import { useChoice } from "./use-choice.ts";

/** The seats that a person has chosen in a hall, by their places in its drawing. */
export function useHallChoice(
  hall: Hall,
  states: SeatStates,
  props: Pick<ChoiceProps, "hold" | "asked" | "closed" | "maxPerUser">,
  /** The places that are chosen from the beginning. */
  initial: readonly number[],
) {
  const idOf = (place: number) => seatIdAt(hall.idPrefix ?? "", place);
  const choice = useChoice<number>({ isFree: (place) => isFreeAt(states, place), idOf }, props, initial);
  const [offered, setOffered] = useState<readonly number[]>([]);
  const { chosen, toggle } = choice;
  const byHand = chosen.filter((place) => !offered.includes(place));
  const full = chosen.length >= props.maxPerUser;
  const disabled = props.asked || props.closed;
  return {
    ...choice,
    seats: chosen.map((place) => seatAt(hall, states, place)),
    seatIds: chosen.map(idOf),
    ...{ full, disabled },
    /** How many seats can still be chosen beside those that were chosen by hand. */
    room: props.maxPerUser - byHand.length,
    /** Chooses or removes a seat, if that can be done now. */
    press: (place: number) => {
      const isChosen = chosen.includes(place);
      if (disabled || (!isChosen && (full || !isFreeAt(states, place)))) return;
      toggle(place);
    },
    /**
     * Chooses the best seats instead of those of the last time; what was chosen by hand stays.
     * @returns their places, or undefined where too few are free
     */
    chooseBest: (wish: SeatWish): readonly number[] | undefined => {
      const best = bestAvailable(offeredSeats(hall, states, byHand), wish);
      if (!best) return undefined;
      setOffered(best);
      choice.choose([...byHand, ...best]);
      return best;
    },
  };
}

export type HallChoice = ReturnType<typeof useHallChoice>;
