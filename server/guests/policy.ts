import { readCsvTable, shownText } from "../platform/values/csv-table.ts";
import {
  type GuestConflict,
  type GuestId,
  type GuestMistake,
  guestName,
  guestNote,
  guestPeople,
} from "./contract.ts";
import { type ArrivalAtDoor, countArrivals, GUEST_COLUMNS, GUESTS_MAX, type GuestColumn } from "./values.ts";

const FILE = { columns: GUEST_COLUMNS, required: ["name"], rowsMax: GUESTS_MAX } as const;

/** Someone on a list, as far as two of them can be told apart. */
export interface NamedGuest {
  readonly name: string;
  readonly note: string | null;
}

interface FileGuest extends NamedGuest {
  readonly people: number;
}

/** Tells a guest from every other of the same list. */
export const sameGuest = ({ name, note }: NamedGuest): string =>
  JSON.stringify([name, note ?? ""]).toLowerCase();

/**
 * Reads a CSV file of guests. No one of it is added where there is one mistake.
 * @param known - who stands on the list
 * @param total - how many entries the list has, with those that were revoked
 * @returns the guests, and every mistake in the order of the file
 */
export function readGuestFile(bytes: Uint8Array, known: readonly NamedGuest[], total: number) {
  const table = readCsvTable(bytes, FILE);
  const mistakes: GuestMistake[] = [...table.mistakes];
  const seen = new Map(known.map((guest) => [sameGuest(guest), "guest_known" as const]));
  const inFile = new Set<string>();
  const guests = table.rows.flatMap(({ line, cells }, index): FileGuest[] => {
    const tell = (column: GuestColumn | null, code: GuestMistake["code"], found = ""): undefined =>
      void mistakes.push({ line, column, code, found: shownText(found) });
    const read = (column: "name" | "note") => {
      const given = (column === "name" ? guestName : guestNote).safeParse(cells[column]);
      return given.success ? given.data : tell(column, "text_wrong", cells[column]);
    };
    const name = cells.name.trim() === "" ? tell("name", "cell_empty") : read("name");
    const note = cells.note.trim() === "" ? null : read("note");
    const people = cells.people.trim() === "" ? 1 : peopleIn(cells.people);
    if (people === undefined) tell("people", "people_wrong", cells.people);
    if (total + index === GUESTS_MAX) tell(null, "too_many_guests", String(GUESTS_MAX));
    if (name === undefined || note === undefined || people === undefined) return [];
    const key = sameGuest({ name, note });
    if (inFile.has(key)) tell("name", "guest_twice", name);
    else if (seen.has(key)) tell("name", "guest_known", name);
    inFile.add(key);
    return [{ name, note, people }];
  });
  if (table.rows.length === 0 && mistakes.length === 0)
    mistakes.push({ line: 1, column: null, code: "no_guests", found: "" });
  const place = ({ line, column }: GuestMistake) =>
    line * GUEST_COLUMNS.length + (column === null ? 0 : GUEST_COLUMNS.indexOf(column));
  return { guests, mistakes: mistakes.sort((one, other) => place(one) - place(other)) };
}

function peopleIn(text: string): number | undefined {
  const digits = text.trim().normalize("NFKC");
  return /^\d{1,4}$/.test(digits) ? guestPeople.safeParse(Number(digits)).data : undefined;
}

/** An arrival of a guest of whom too many came, or who was revoked. */
export interface DoubtfulArrival extends ArrivalAtDoor {
  readonly guestId: GuestId;
  readonly name: string;
  readonly listed: number;
  readonly revokedAt: Date | null;
  readonly entrance: string;
  readonly arrivedAt: Date;
}

/**
 * Who came in though they should not have: more than are listed, or after they were taken off the list.
 * @param arrivals - guest by guest, in the order in which they were made
 * @returns the latest first
 */
export function conflictsIn(arrivals: readonly DoubtfulArrival[]) {
  return [...Map.groupBy(arrivals, ({ guestId }) => guestId).values()]
    .flatMap((own) => own.flatMap((each, index) => conflictOf(each, own.slice(0, index))))
    .sort((one, other) => other.arrivedAt.getTime() - one.arrivedAt.getTime());
}

function conflictOf(each: DoubtfulArrival, before: readonly DoubtfulArrival[]) {
  const { guestId, name, entrance, arrivedAt, revokedAt, direction } = each;
  const about = { guestId, name, entrance, arrivedAt };
  const told = (kind: GuestConflict["kind"], people: number) => [{ ...about, kind, people }];
  if (direction === "OUT") return [];
  if (revokedAt && arrivedAt >= revokedAt) return told("guest_unlisted", each.people);
  const tooMany = excessOf(each, before, each.listed);
  return tooMany > 0 ? told("guest_full", tooMany) : [];
}

/**
 * How many of an arrival on the way in are more than are listed.
 * @param before - those of the same guest that were made before it
 */
export function excessOf(each: ArrivalAtDoor, before: readonly ArrivalAtDoor[], listed: number): number {
  const [was, is] = [countArrivals(before), countArrivals([...before, each])];
  return Math.max(0, is.came - Math.max(listed, was.came));
}
