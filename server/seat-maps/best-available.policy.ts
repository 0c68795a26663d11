import {
  type Hall,
  type HallSeat,
  hallOf,
  type IsFree,
  type IsGiven,
  isOffered,
  type OfferedSeat,
  type Run,
  runsOf,
  type Stretch,
  stretchesOf,
} from "./hall.policy.ts";

export type { OfferedSeat };

/** What a buyer asks for. */
export interface SeatWish {
  readonly quantity: number;
  /** Seats of this section alone. */
  readonly section?: string | undefined;
  /** KRW that one seat costs at most. */
  readonly priceMax?: number | undefined;
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
export const bestAvailable = (seats: readonly OfferedSeat[], wish: SeatWish): number[] | undefined =>
  bestInHall(hallOf(seats), (index) => seats[index]?.isFree === true, wish);

/** As {@link bestAvailable}, where the seats were put in rows before. */
export function bestInHall(hall: Hall, isFree: IsFree, wish: SeatWish): number[] | undefined {
  const isReserved = ({ flags }: HallSeat) => flags.includes("accessible") || flags.includes("companion");
  const choose = (isGiven: IsGiven) => chooseSeats({ hall, isFree, isGiven, quantity: wish.quantity });
  return (
    choose((seat) => isWished(seat, wish) && !isReserved(seat)) ?? choose((seat) => isWished(seat, wish))
  );
}

/** How many seats of the hall could be given for a wish. */
export const countWished = ({ seats }: Hall, isFree: IsFree, wish: SeatWish): number =>
  seats.filter((seat, index) => isOffered(seat, isFree(index)) && isWished(seat, wish)).length;

const isWished = ({ section, price }: HallSeat, wish: SeatWish): boolean =>
  (wish.section === undefined || section === wish.section) &&
  (wish.priceMax === undefined || price <= wish.priceMax);

interface Choice {
  readonly hall: Hall;
  readonly isFree: IsFree;
  readonly isGiven: IsGiven;
  readonly quantity: number;
}

function chooseSeats({ hall, isFree, isGiven, quantity }: Choice): number[] | undefined {
  const costOf = (block: Block, first?: Block) => costsOf(hall.seats, block, first);
  const stretches: Stretch[] = [];
  let best: Costed | undefined;
  for (const row of hall.rows) {
    // Nothing speaks against this block but its row, and every other one is further back.
    if (best?.cost[0] === 0 && best.cost[1] === 0) break;
    const inRow = stretchesOf(hall, runsOf(hall, row, isFree), isGiven);
    const here = cheapest(
      blocksOf(inRow, () => [quantity]),
      costOf,
    );
    if (here && (!best || isLess(here.cost, best.cost))) best = here;
    stretches.push(...inRow);
  }
  const blocks = best ? [best.block] : split(stretches, quantity, costOf);
  return blocks?.flatMap(({ run, from, size }) => run.seats.slice(from, from + size));
}

/** Every way to give some of a stretch's seats together. */
function* blocksOf(stretches: Iterable<Stretch>, sizesOf: (stretch: Stretch) => readonly number[]) {
  for (const stretch of stretches)
    for (const size of sizesOf(stretch))
      for (let from = stretch.from; from + size <= stretch.from + stretch.length; from += 1)
        yield { stretch, run: stretch.run, from, size };
}

interface Costed {
  readonly block: Block;
  readonly cost: Cost;
}

function cheapest(blocks: Iterable<Block>, costOf: (block: Block) => Cost): Costed | undefined {
  let best: Costed | undefined;
  for (const block of blocks) {
    const cost = costOf(block);
    if (!best || isLess(cost, best.cost)) best = { block, cost };
  }
  return best;
}

function isLess(a: Cost, b: Cost): boolean {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at >= 0 && (a[at] ?? 0) < (b[at] ?? 0);
}

/** @param first - the group of the same buyer to be near to */
function costsOf(seats: readonly HallSeat[], { run, from, size }: Block, first?: Block): Cost {
  const given = run.seats.slice(from, from + size);
  const restricted = given.filter((index) => seats[index]?.flags.includes("restrictedView")).length;
  const centre = 2 * (run.firstPosition + from) + size - 1;
  const near = first
    ? [Math.abs(run.row.rank - first.run.row.rank), Math.abs(run.firstPosition - first.run.firstPosition)]
    : [];
  return [
    leftAlone(run, from, size),
    restricted,
    ...near,
    run.row.rank,
    Math.abs(centre - run.row.middle),
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
    })?.block;
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
