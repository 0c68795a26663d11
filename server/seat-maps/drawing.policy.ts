import type { SeatMapDrawing, SeatMapPlan } from "./contract.ts";
import { placesOf } from "./layout.policy.ts";
import { DRAWING_UNITS, SEAT_FLAGS } from "./values.ts";

/**
 * A plan as pages draw it. It is the same for the same plan, so it can be kept under a version for ever.
 * @param idPrefix - what the seats' ids have in common; null where they have none
 */
export function drawingOf(plan: SeatMapPlan, idPrefix: string | null = null): SeatMapDrawing {
  const seats = plan.rows.flatMap((row) => row.seats);
  const places = placesOf(plan).flat();
  const sectionIndex = new Map(plan.sections.map(({ id }, index) => [id, index]));
  return {
    sections: plan.sections.map(({ name, color, price }) => ({ name, color, price })),
    rows: plan.rows.map(({ section, label, seats }) => ({
      ...{ section: sectionIndex.get(section) ?? 0, label, seats: seats.length },
    })),
    numbers: seats.map(({ number }) => number),
    x: differences(places.map(({ x }) => Math.round(x * DRAWING_UNITS))),
    y: differences(places.map(({ y }) => Math.round(y * DRAWING_UNITS))),
    position: differences(seats.map(({ position }) => position)),
    flags: seats.map(({ flags = [] }) =>
      flags.reduce((sum, flag) => sum | (1 << SEAT_FLAGS.indexOf(flag)), 0),
    ),
    idPrefix,
  };
}

/** Neighbours differ by little, and alike in every row: that is what makes the drawing small. */
const differences = (values: readonly number[]): number[] =>
  values.map((value, index) => value - (values[index - 1] ?? 0));
