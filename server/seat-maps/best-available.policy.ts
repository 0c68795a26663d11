import type { SEAT_FLAGS } from "./contract.ts";

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

/** What a buyer asks for. */
export interface SeatWish {
  readonly quantity: number;
  /** Seats of this section alone. */
  readonly section?: string | undefined;
  /** KRW that one seat costs at most. */
  readonly priceMax?: number | undefined;
}

/** Free seats beside one another, without an aisle or a taken seat between them. */
interface Run {
  /** The place of its row among the rows: 0 is the nearest to the stage. */
  readonly rank: number;
  /** The sum of the positions at the ends of its row: twice the middle. */
  readonly middle: number;
  /** Indexes into the list of seats, by position. */
  readonly seats: readonly number[];
  readonly firstPosition: number;
}

/** A part of a run whose seats all may be given. */
interface Stretch {
  readonly run: Run;
  readonly from: number;
  readonly length: number;
}

/** Seats of a run that are given together. */
interface Block {
  readonly stretch: Stretch;
  readonly run: Run;
  readonly from: number;
  readonly size: number;
}

/** What speaks against a block, the weightiest first: of two, the better one has the smaller number where they differ. */
type Cost = readonly number[];

/**
 * The best seats that are free: together, else in as few groups as possible; no free seat is left alone where that can
 * be avoided; the front and the middle of a row first; places for wheelchairs and their companions only where the
 * others are too few.
 * @param seats - of one event session, the rows nearest to the stage first
 * @returns indexes into `seats`, or undefined where too few are free
 */
export function bestAvailable(seats: readonly OfferedSeat[], wish: SeatWish): number[] | undefined {
  const runs = runsOf(seats);
  const isWished = ({ section, price }: OfferedSeat) =>
    (wish.section === undefined || section === wish.section) &&
    (wish.priceMax === undefined || price <= wish.priceMax);
  const isReserved = ({ flags }: OfferedSeat) => flags.includes("accessible") || flags.includes("companion");
  const choose = (isGiven: (seat: OfferedSeat) => boolean) =>
    chooseSeats(seats, stretchesOf(seats, runs, isGiven), wish.quantity);
  return choose((seat) => isWished(seat) && !isReserved(seat)) ?? choose(isWished);
}

const isOffered = ({ isFree, flags }: OfferedSeat): boolean => isFree && !flags.includes("house");

function runsOf(seats: readonly OfferedSeat[]): Run[] {
  const rows = new Map<string, number[]>();
  for (const [index, { section, row }] of seats.entries()) {
    const key = JSON.stringify([section, row]);
    const members = rows.get(key);
    if (members) members.push(index);
    else rows.set(key, [index]);
  }
  const positionOf = (index: number | undefined) => seats[index ?? -1]?.position ?? 0;
  return [...rows.values()].flatMap((members, rank) => {
    members.sort((a, b) => positionOf(a) - positionOf(b));
    const middle = positionOf(members[0]) + positionOf(members.at(-1));
    const parts = partsOf(
      members.filter((index) => isOffered(seats[index] as OfferedSeat)),
      (before, index) => positionOf(index) - positionOf(before) === 1,
    );
    return parts.map((part) => ({ rank, middle, seats: part, firstPosition: positionOf(part[0]) }));
  });
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

const stretchesOf = (
  seats: readonly OfferedSeat[],
  runs: readonly Run[],
  isGiven: (seat: OfferedSeat) => boolean,
): Stretch[] =>
  runs.flatMap((run) => {
    const given = [...run.seats.keys()].filter((at) => isGiven(seats[run.seats[at] ?? -1] as OfferedSeat));
    return partsOf(given, (before, at) => at - before === 1).map((part) => ({
      ...{ run, from: part[0] ?? 0, length: part.length },
    }));
  });

function chooseSeats(
  seats: readonly OfferedSeat[],
  stretches: readonly Stretch[],
  quantity: number,
): number[] | undefined {
  const costOf = (block: Block, others?: Block) => costsOf(seats, block, others);
  const together = cheapest(
    blocksOf(stretches, () => [quantity]),
    costOf,
  );
  const blocks = together ? [together] : split(stretches, quantity, costOf);
  return blocks?.flatMap(({ run, from, size }) => run.seats.slice(from, from + size));
}

/** Every way to give some of a stretch's seats together. */
function* blocksOf(stretches: Iterable<Stretch>, sizesOf: (stretch: Stretch) => readonly number[]) {
  for (const stretch of stretches)
    for (const size of sizesOf(stretch))
      for (let from = stretch.from; from + size <= stretch.from + stretch.length; from += 1)
        yield { stretch, run: stretch.run, from, size };
}

function cheapest(blocks: Iterable<Block>, costOf: (block: Block) => Cost): Block | undefined {
  let best: { readonly block: Block; readonly cost: Cost } | undefined;
  for (const block of blocks) {
    const cost = costOf(block);
    if (!best || isLess(cost, best.cost)) best = { block, cost };
  }
  return best?.block;
}

function isLess(a: Cost, b: Cost): boolean {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at >= 0 && (a[at] ?? 0) < (b[at] ?? 0);
}

/** @param first - the group of the same buyer to be near to */
function costsOf(seats: readonly OfferedSeat[], { run, from, size }: Block, first?: Block): Cost {
  const given = run.seats.slice(from, from + size);
  const restricted = given.filter((index) => seats[index]?.flags.includes("restrictedView")).length;
  const centre = 2 * (run.firstPosition + from) + size - 1;
  const near = first
    ? [Math.abs(run.rank - first.run.rank), Math.abs(run.firstPosition - first.run.firstPosition)]
    : [];
  return [
    leftAlone(run, from, size),
    restricted,
    ...near,
    run.rank,
    Math.abs(centre - run.middle),
    run.firstPosition + from,
  ];
}

/** How many free seats would be left between taken ones, an aisle or the end of the row. */
const leftAlone = (run: Run, from: number, size: number): number =>
  Number(from === 1) + Number(run.seats.length - from - size === 1);

/** Sizes of a first group that are worth a try: with a seat or two less it may leave none alone. */
const SIZES_TRIED = 3;

/**
 * As few groups as possible, near to one another, and nobody by themselves where that can be avoided. A group takes as
 * many seats of its stretch as it can.
 */
function split(
  stretches: readonly Stretch[],
  quantity: number,
  costOf: (block: Block, first?: Block) => Cost,
): Block[] | undefined {
  let rest = [...stretches].sort((a, b) => b.length - a.length);
  const groups = fewestGroups(rest, quantity);
  if (groups === undefined) return undefined;
  const blocks: Block[] = [];
  let wanted = quantity;
  for (let left = groups; left > 0; left -= 1) {
    const [first] = blocks;
    const sizes = sizesOf(rest, wanted, left);
    const isAlone = (size: number) => Number(size === 1) + Number(left === 2 && wanted - size === 1);
    const block = cheapest(blocksOf(rest, sizes), (block) => {
      const [alone = 0, ...others] = costOf(block, first);
      return [isAlone(block.size), alone, -block.size, ...others];
    });
    if (!block) return undefined;
    blocks.push(block);
    wanted -= block.size;
    rest = rest.filter((stretch) => stretch !== block.stretch);
  }
  return blocks;
}

/** @param sorted - the longest first */
function fewestGroups(sorted: readonly Stretch[], quantity: number): number | undefined {
  let sum = 0;
  const last = sorted.findIndex(({ length }) => {
    sum += length;
    return sum >= quantity;
  });
  return last < 0 ? undefined : last + 1;
}

/**
 * How many seats a stretch may give so that the others can give the rest in the groups that are left.
 * @param sorted - the longest first
 * @param groups - the number of groups, this one included
 */
function sizesOf(sorted: readonly Stretch[], wanted: number, groups: number) {
  const sumOf = (count: number) => sorted.slice(0, count).reduce((sum, { length }) => sum + length, 0);
  const [sum, withOneMore] = [sumOf(groups - 1), sumOf(groups)];
  const longest = new Set(sorted.slice(0, groups - 1));
  return (stretch: Stretch): number[] => {
    const others = longest.has(stretch) ? withOneMore - stretch.length : sum;
    const most = Math.min(stretch.length, wanted - (groups - 1));
    const least = Math.max(1, wanted - others);
    return Array.from({ length: SIZES_TRIED }, (_, index) => most - index).filter((size) => size >= least);
  };
}
