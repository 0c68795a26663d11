import type { Bounds, Draft, Keys, Place } from "./draft.ts";
import { rowsWith } from "./edits.ts";

const keysOf = (rows: Draft["rows"]): Keys =>
  new Set(rows.flatMap(({ seats }) => seats.map(({ key }) => key)));

export const allSeats = ({ rows }: Draft): Keys => keysOf(rows);

export const seatsOfRow = ({ rows }: Draft, rowKey: number): Keys =>
  keysOf(rows.filter(({ key }) => key === rowKey));

export const seatsOfSection = ({ rows }: Draft, id: string): Keys =>
  keysOf(rows.filter(({ section }) => section === id));

/** All seats of the rows that have one of these. */
export const wholeRows = (draft: Draft, keys: Keys): Keys => keysOf(rowsWith(draft, keys));

/** All seats of the sections that have one of these. */
export function wholeSections(draft: Draft, keys: Keys): Keys {
  const sections = new Set(rowsWith(draft, keys).map(({ section }) => section));
  return keysOf(draft.rows.filter(({ section }) => sections.has(section)));
}

/** The seats within a rectangle, which may be drawn from any corner. */
export function seatsWithin({ rows }: Draft, from: Place, to: Place): Keys {
  const within: Bounds = {
    left: Math.min(from.x, to.x),
    right: Math.max(from.x, to.x),
    top: Math.min(from.y, to.y),
    bottom: Math.max(from.y, to.y),
  };
  const isWithin = ({ x, y }: Place) =>
    x >= within.left && x <= within.right && y >= within.top && y <= within.bottom;
  return new Set(rows.flatMap(({ seats }) => seats.filter(isWithin).map(({ key }) => key)));
}

/** The seats from one to another of the same row; the second alone where they are of two rows. */
export function seatsBetween({ rows }: Draft, from: number, to: number): Keys {
  const row = rows.find(({ seats }) => seats.some(({ key }) => key === to));
  const positionOf = (wanted: number) => row?.seats.find(({ key }) => key === wanted)?.position;
  const [start, end] = [positionOf(from), positionOf(to)];
  if (!row || start === undefined || end === undefined) return new Set([to]);
  const [least, most] = [Math.min(start, end), Math.max(start, end)];
  return new Set(
    row.seats.filter(({ position }) => position >= least && position <= most).map(({ key }) => key),
  );
}

export const joined = (some: Keys, others: Keys): Keys => new Set([...some, ...others]);

/** Chooses a seat, or leaves it where it was chosen. */
export function toggled(keys: Keys, key: number): Keys {
  const next = new Set(keys);
  if (!next.delete(key)) next.add(key);
  return next;
}

/** Those that the draft still has: the same object where it has all. */
export function kept(draft: Draft, keys: Keys): Keys {
  if (keys.size === 0) return keys;
  const all = allSeats(draft);
  const still = [...keys].filter((key) => all.has(key));
  return still.length === keys.size ? keys : new Set(still);
}
