import type { Door, DoorTicket, ScanResult } from "#server/doors/contract.ts";
import { decideScan, hasShortCode } from "#server/doors/scan.policy.ts";
import { CODE_TAIL, type Direction, type ScanOutcome } from "#server/doors/values.ts";
import { idEndOf } from "#server/platform/values/id-forms.ts";
import { shownAs } from "#server/tickets/values.ts";
import type { CodeClaims, ReadCode } from "./read-code.ts";

/** What a device knows of its door. */
export interface KnownDoor {
  readonly door: Pick<Door, "eventSessionId" | "opensAt" | "endsAt" | "rules">;
  readonly tickets: ReadonlyMap<string, DoorTicket>;
}

export interface Decision {
  readonly outcome: ScanOutcome;
  readonly ticket: DoorTicket | null;
  readonly shown: ScanResult["shown"];
}

/** What time it is by the server's clock, in milliseconds. */
export interface DoorClock {
  readonly now: number;
  /** The same by each clock of the device: which of them is right it cannot know after a sleep. */
  readonly clocks: readonly number[];
}

interface ReadScan {
  readonly code: string;
  readonly read: ReadCode;
  readonly direction: Direction;
  readonly isConfirmed: boolean;
}

/**
 * Decides a scan without the network.
 * @returns undefined where only the server can tell
 */
export function decideAlone(
  { door, tickets }: KnownDoor,
  { code, read, ...scan }: ReadScan,
  clock: DoorClock,
): Decision | undefined {
  const none = { ticket: null, shown: null };
  const end = idEndOf(code);
  if (end) {
    const [ticket, other] = [...tickets.values()].filter(({ id }) => id.endsWith(end));
    if (!ticket || other) return { ...none, outcome: "unknown" };
    const shown = { as: "typed" as const, at: null };
    if (!hasShortCode(ticket)) return { outcome: "replaced", ticket, shown };
    return judge(door, ticket, { ...scan, shown }, clock.now);
  }
  if (read === "unreadable") return undefined;
  if (read === "forged") return { ...none, outcome: "forged" };
  if (read.sessionId !== door.eventSessionId) return { ...none, outcome: "other_session" };
  // Without a key it is not known when the code was drawn. Where that does not matter it is as one that stays.
  if (read.isUnproven && door.rules.entryCodes !== "ANY") return undefined;
  const { as, at } = shownAs(read.isUnproven ? { ...read.parts, moving: null } : read.parts, clock.clocks);
  const shown = { as, at: at?.toISOString() ?? null };
  const known = tickets.get(read.ticketId);
  if (known && read.version <= known.version && known.tail !== tailOf(read))
    return { outcome: "replaced", ticket: known, shown };
  return judge(door, currentTicket(known, read), { ...scan, shown }, clock.now);
}

function judge(
  { rules, ...door }: KnownDoor["door"],
  ticket: DoorTicket,
  { shown, ...scan }: Pick<ReadScan, "direction" | "isConfirmed"> & { shown: NonNullable<Decision["shown"]> },
  now: number,
): Decision {
  const times = { opensAt: new Date(door.opensAt), endsAt: new Date(door.endsAt), isCancelled: false };
  const atDoor = { status: ticket.status, isOut: ticket.leftAt !== null, isPaper: ticket.isPaper };
  return {
    ...{ ticket, shown },
    outcome: decideScan(atDoor, { ...scan, as: shown.as }, rules, times, new Date(now)),
  };
}

const tailOf = ({ parts }: CodeClaims): string => parts.qr.slice(-CODE_TAIL);

/** A ticket as its code says: one that was sold or passed on since the list was read is not in it, and its signature says that it is genuine. */
const currentTicket = (known: DoorTicket | undefined, read: CodeClaims): DoorTicket => ({
  ...(known ?? newTicket(read.ticketId)),
  ...{ tail: tailOf(read), version: read.version },
});

const newTicket = (id: string): Omit<DoorTicket, "tail" | "version"> => ({
  id: id as DoorTicket["id"],
  status: "VALID",
  isPaper: false,
  ...{ section: null, row: null, label: null, seat: null, usedAt: null, usedWhere: null, leftAt: null },
});

/** The ticket after a scan that let its holder through. */
export function afterScan(
  ticket: DoorTicket,
  {
    direction,
    at,
    entrance,
  }: { readonly direction: Direction; readonly at: string; readonly entrance: string },
): DoorTicket {
  if (direction === "OUT") return { ...ticket, leftAt: at };
  const first = ticket.usedAt ? {} : { usedAt: at, usedWhere: entrance };
  return { ...ticket, ...first, status: "USED", leftAt: null };
}
