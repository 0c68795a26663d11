import { asSeen } from "../platform/values/lines.ts";
import { SEATS_MAX } from "../seats/values.ts";
import type { SeatMapPlan, SeatMapPlanInput } from "./contract.ts";
import { type PlanFaultCode, POSITION_MAX, SEAT_FLAGS, seatNumberOf } from "./values.ts";

/** Colours that people with any colour vision tell apart (Okabe and Ito): sections have them in turn. */
export const SECTION_COLORS = [
  "#0072b2",
  "#e69f00",
  "#009e73",
  "#cc79a7",
  "#56b4e9",
  "#d55e00",
  "#f0e442",
] as const;

/** Something wrong with a plan: a section, a row, or a seat of a row, by their places in the plan. */
export interface PlanFault {
  readonly code: PlanFaultCode;
  readonly section?: number;
  readonly row?: number;
  readonly seat?: number;
  readonly found: string;
}

type SeatGiven = SeatMapPlanInput["rows"][number]["seats"][number];
interface Place {
  readonly x: number;
  readonly y: number;
}

export const placeOf = ({ x, y }: Pick<SeatGiven, "x" | "y">): Place | undefined =>
  x === undefined || y === undefined ? undefined : { x, y };

/** The plan with the positions that were left out, and each seat's flags once and in one order. */
export function completePlan({ sections, rows }: SeatMapPlanInput): SeatMapPlan {
  const width = seatWidthOf(rows);
  return {
    sections,
    rows: rows.map((row) => {
      const positions = positionsOf(row.seats, width);
      return {
        ...row,
        seats: row.seats.map(({ flags, ...seat }, index) => ({
          ...seat,
          position: seat.position ?? positions[index] ?? index,
          ...(flags?.length ? { flags: SEAT_FLAGS.filter((flag) => flags.includes(flag)) } : {}),
        })),
      };
    }),
  };
}

/**
 * The positions that seats of a row have if none is given. Without coordinates they follow one another as they are
 * listed. With coordinates they are sorted along the row, and a distance of n seat widths is n positions. A row that would
 * be longer than any row is has its distances told as short ones: side by side, or an aisle between.
 * @param width - the width of a seat, in the unit of the coordinates
 */
export function positionsOf(seats: readonly Pick<SeatGiven, "x" | "y">[], width: number): number[] {
  const places = seats.flatMap((seat, index) => {
    const place = placeOf(seat);
    return place ? [{ ...place, index }] : [];
  });
  if (places.length < seats.length) return seats.map((_, index) => index);
  const axis = spanOf(places.map(({ x }) => x)) >= spanOf(places.map(({ y }) => y)) ? "x" : "y";
  const sorted = places.sort((a, b) => a[axis] - b[axis] || a.index - b.index);
  const gaps = sorted.map((place, at) => {
    const before = sorted[at - 1];
    return before ? Math.max(1, Math.round(distance(before, place) / width)) : 0;
  });
  const isTooLong = gaps.reduce((sum, gap) => sum + gap, 0) > POSITION_MAX;
  const positions: number[] = [];
  let position = 0;
  for (const [at, { index }] of sorted.entries()) {
    position += Math.min(gaps[at] ?? 0, isTooLong ? AISLE : Infinity);
    positions[index] = position;
  }
  return positions;
}

/** The shortest distance of two seats that are not side by side. */
const AISLE = 2;

const spanOf = (values: readonly number[]): number =>
  values.reduce((most, value) => Math.max(most, value), -Infinity) -
  values.reduce((least, value) => Math.min(least, value), Infinity);

const distance = (a: Place, b: Place): number => Math.hypot(a.x - b.x, a.y - b.y);

/** The usual distance of neighbours in the unit of the coordinates: the median of all. 1 where there are none. */
export function seatWidthOf(rows: readonly { readonly seats: readonly Pick<SeatGiven, "x" | "y">[] }[]) {
  const distances = rows.flatMap(({ seats }) => {
    const places = seats.flatMap((seat) => placeOf(seat) ?? []);
    const axis = spanOf(places.map(({ x }) => x)) >= spanOf(places.map(({ y }) => y)) ? "x" : "y";
    const sorted = places.sort((a, b) => a[axis] - b[axis]);
    return sorted.slice(1).map((place, index) => distance(sorted[index] ?? place, place));
  });
  const apart = distances.filter((value) => value > 0).sort((a, b) => a - b);
  return apart[Math.floor(apart.length / 2)] ?? 1;
}

/** Everything that is wrong with a plan whose parts are each right by themselves, in the order of the plan. */
export function planFaults(plan: SeatMapPlan): PlanFault[] {
  return [...sectionFaults(plan), ...rowFaults(plan), ...seatFaults(plan), ...coordinateFaults(plan)];
}

/** Says whether a value was given to it before. */
function createSeen() {
  const seen = new Set<string>();
  return (value: string): boolean => {
    if (seen.has(value)) return true;
    seen.add(value);
    return false;
  };
}

function sectionFaults({ sections, rows }: SeatMapPlan): PlanFault[] {
  const [wasNamed, hadId] = [createSeen(), createSeen()];
  const used = new Set(rows.map(({ section }) => section));
  return sections.flatMap(({ id, name }, section): PlanFault[] => {
    const isTwice = [wasNamed(name), hadId(id)].some(Boolean);
    return [
      ...(isTwice ? [{ code: "section_twice" as const, section, found: name }] : []),
      ...(used.has(id) ? [] : [{ code: "section_empty" as const, section, found: name }]),
    ];
  });
}

function rowFaults({ sections, rows }: SeatMapPlan): PlanFault[] {
  const known = new Set(sections.map(({ id }) => id));
  const wasThere = createSeen();
  return rows.flatMap(({ section, label }, row): PlanFault[] => [
    ...(known.has(section) ? [] : [{ code: "section_unknown" as const, row, found: section }]),
    ...(wasThere(JSON.stringify([section, label]))
      ? [{ code: "row_twice" as const, row, found: label }]
      : []),
  ]);
}

function seatFaults({ sections, rows }: SeatMapPlan): PlanFault[] {
  const nameOf = new Map(sections.map(({ id, name }) => [id, name]));
  const [wasNumbered, wasPlaced] = [createSeen(), createSeen()];
  let count = 0;
  return rows.flatMap(({ section, label, seats }, row) => {
    const wasAt = createSeen();
    return seats.flatMap(({ number, position, x, y }, seat): PlanFault[] => {
      const name = seatNumberOf(nameOf.get(section) ?? section, label, number);
      count += 1;
      const has = (isWrong: boolean, code: PlanFaultCode, found: string) =>
        isWrong ? [{ code, row, seat, found }] : [];
      return [
        ...has(count === SEATS_MAX + 1, "too_many_seats", String(SEATS_MAX)),
        ...has(wasNumbered(asSeen(name)), "seat_twice", name),
        ...has(wasAt(String(position)), "position_twice", String(position)),
        ...has(x !== undefined && y !== undefined && wasPlaced(`${x} ${y}`), "place_twice", `${x}, ${y}`),
      ];
    });
  });
}

/** Either every seat has both coordinates or none has one: what is laid out by itself would lie on what is not. */
function coordinateFaults({ rows }: SeatMapPlan): PlanFault[] {
  const isAnyGiven = rows.some(({ seats }) => seats.some(({ x, y }) => x !== undefined || y !== undefined));
  if (!isAnyGiven) return [];
  return rows.flatMap(({ seats }, row) =>
    seats.flatMap(({ x, y, number }, seat): PlanFault[] =>
      x === undefined || y === undefined ? [{ code: "coordinates_partial", row, seat, found: number }] : [],
    ),
  );
}
