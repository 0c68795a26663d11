import type { SeatView } from "#server/seats/contract.ts";

/** The seats of a section as its buyers see it. */
export interface Section {
  readonly name: string;
  readonly seats: readonly SeatView[];
  readonly free: number;
  /** KRW, the lowest and the highest of its seats. */
  readonly prices: readonly [lowest: number, highest: number];
}

/** Seat 2 comes before seat 10. */
const inOrder = new Intl.Collator("ko", { numeric: true });

/**
 * The sections of an event session, the dearest first, with their seats by number, without those that the house keeps.
 */
export function sectionsOf(seats: readonly SeatView[]): Section[] {
  const bySection = Map.groupBy(
    seats.filter(({ status }) => status !== "BLOCKED"),
    ({ section }) => section,
  );
  return [...bySection]
    .map(([name, all]) => {
      const prices = all.map(({ price }) => price);
      return {
        ...{ name, seats: all.sort((one, other) => inOrder.compare(one.number, other.number)) },
        free: all.filter(({ status }) => status === "AVAILABLE").length,
        prices: [Math.min(...prices), Math.max(...prices)] as const,
      };
    })
    .sort((one, other) => other.prices[1] - one.prices[1]);
}
