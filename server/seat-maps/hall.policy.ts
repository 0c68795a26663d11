import type { SEAT_FLAGS } from "./values.ts";

/** A seat as the rule sees it (docs/spec/seats.md#best-available). */
export interface OfferedSeat {
  readonly section: string;
  readonly row: string;
  /** In its row, in seat widths; the printed number says nothing about it. */
  readonly position: number;
  /** KRW. */
  readonly price: number;
  readonly flags: readonly (typeof SEAT_FLAGS)[number][];
  readonly isFree: boolean;
}

/** Seats by row, whether they are free or not: what never changes of an event session. */
export interface Hall<S extends HallSeat = HallSeat> {
  /** The rows nearest to the stage first. */
  readonly seats: readonly S[];
  readonly rows: readonly HallRow[];
}

export type HallSeat = Omit<OfferedSeat, "isFree">;

export interface HallRow {
  /** Its place among the rows: 0 is the nearest to the stage. */
  readonly rank: number;
  /** The sum of the positions at its ends: twice the middle. */
  readonly middle: number;
  /** Indexes into the seats of the hall, by position. */
  readonly members: readonly number[];
}

/** Free seats beside one another, without an aisle or a taken seat between them. */
export interface Run {
  readonly row: HallRow;
  /** Indexes into the seats of the hall, by position. */
  readonly seats: readonly number[];
  readonly firstPosition: number;
}

/** A part of a run whose seats all may be given. */
export interface Stretch {
  readonly run: Run;
  readonly from: number;
  readonly length: number;
}

export type IsFree = (index: number) => boolean;
export type IsGiven = (seat: HallSeat) => boolean;

export const isOffered = ({ flags }: HallSeat, isFree: boolean): boolean =>
  isFree && !flags.includes("house");

/**
 * Puts seats in rows.
 * @param seats - of one event session, the rows nearest to the stage first
 */
export function hallOf<S extends HallSeat>(seats: readonly S[]): Hall<S> {
  const rows = new Map<string, number[]>();
  for (const [index, { section, row }] of seats.entries()) {
    const key = JSON.stringify([section, row]);
    const members = rows.get(key);
    if (members) members.push(index);
    else rows.set(key, [index]);
  }
  const positionOf = (index: number | undefined) => seats[index ?? -1]?.position ?? 0;
  return {
    seats,
    rows: [...rows.values()].map((members, rank) => {
      members.sort((a, b) => positionOf(a) - positionOf(b));
      return { rank, members, middle: positionOf(members[0]) + positionOf(members.at(-1)) };
    }),
  };
}

/** The runs of a row's seats that are free and not kept by the house. */
export function runsOf({ seats }: Hall, row: HallRow, isFree: IsFree): Run[] {
  const positionOf = (index: number | undefined) => seats[index ?? -1]?.position ?? 0;
  const parts = partsOf(
    row.members.filter((index) => isOffered(seats[index] as HallSeat, isFree(index))),
    (before, index) => positionOf(index) - positionOf(before) === 1,
  );
  return parts.map((part) => ({ row, seats: part, firstPosition: positionOf(part[0]) }));
}

/** Cuts a list wherever two neighbours do not belong together. */
function partsOf<T>(list: readonly T[], belong: (before: T, next: T) => boolean): T[][] {
  const parts: T[][] = [];
  for (const item of list) {
    const last = parts.at(-1);
    const before = last?.at(-1);
    if (last && before !== undefined && belong(before, item)) last.push(item);
    else parts.push([item]);
  }
  return parts;
}

/** The parts of runs whose seats all may be given. */
export const stretchesOf = ({ seats }: Hall, runs: readonly Run[], isGiven: IsGiven): Stretch[] =>
  runs.flatMap((run) => {
    const given = [...run.seats.keys()].filter((at) => isGiven(seats[run.seats[at] ?? -1] as HallSeat));
    return partsOf(given, (before, at) => at - before === 1).map((part) => ({
      ...{ run, from: part[0] ?? 0, length: part.length },
    }));
  });
