"use client";
import { useState } from "react";
import type { SeatId, SeatView } from "#server/seats/contract.ts";
import type { ChoiceProps } from "../holds/choice.ts";

/**
 * The seats that a person has chosen, in their order, of those that they look at now.
 * @returns those that are free, those that someone else has taken since, and what adds or removes one
 */
export function useChoice(seats: readonly SeatView[], { hold, asked }: Pick<ChoiceProps, "hold" | "asked">) {
  const [wanted, setWanted] = useState<readonly SeatId[]>([]);
  const byId = new Map(seats.map((seat) => [seat.id, seat]));
  const known = wanted.flatMap((id) => byId.get(id) ?? []);
  // While this person holds them they are not free either.
  const isFree = ({ status }: SeatView) => asked || status === "AVAILABLE";
  const chosen = known.filter(isFree);
  const toggle = (seat: SeatView) => {
    hold.renew();
    // What was said of the last try is not of this choice.
    hold.reset();
    const next = chosen.includes(seat) ? chosen.filter((one) => one !== seat) : [...chosen, seat];
    setWanted(next.map(({ id }) => id));
  };
  return { chosen, lost: known.filter((seat) => !isFree(seat)), toggle };
}
