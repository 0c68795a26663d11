import type { Door, DoorTicket } from "#server/doors/contract.ts";
import { decideScan, hasShortCode } from "#server/doors/scan.policy.ts";
import { CODE_TAIL, type Direction, type ScanOutcome } from "#server/doors/values.ts";
import { idEndOf } from "#server/platform/values/id-forms.ts";
import type { ReadCode } from "./read-code.ts";

/** What a device knows of its door. */
export interface KnownDoor {
  readonly door: Pick<Door, "eventSessionId" | "opensAt" | "endsAt" | "rules">;
  readonly tickets: ReadonlyMap<string, DoorTicket>;
}

export interface Decision {
  readonly outcome: ScanOutcome;
  readonly ticket: DoorTicket | null;
}

/**
 * Decides a scan without the network.
 * @param now - by the server's clock, in milliseconds
 * @returns undefined where only the server can tell
 */
export function decideAlone(
  { door, tickets }: KnownDoor,
  {
    code,
    read,
    direction,
  }: { readonly code: string; readonly read: ReadCode; readonly direction: Direction },
  now: number,
): Decision | undefined {
  const end = idEndOf(code);
  if (end) {
    const [ticket, other] = [...tickets.values()].filter(({ id }) => id.endsWith(end));
    if (!ticket || other) return { outcome: "unknown", ticket: null };
    return hasShortCode(ticket) ? judge(door, ticket, direction, now) : { outcome: "replaced", ticket };
  }
  if (read === "unreadable") return undefined;
  if (read === "forged") return { outcome: "forged", ticket: null };
  if (read.sessionId !== door.eventSessionId) return { outcome: "other_session", ticket: null };
  const known = tickets.get(read.ticketId);
  if (known && known.tail !== code.slice(-CODE_TAIL)) return { outcome: "replaced", ticket: known };
  // One that was sold since the list was read is not in it: its signature says that it is genuine.
  return judge(door, known ?? newTicket(read.ticketId, code), direction, now);
}

function judge({ rules, ...door }: KnownDoor["door"], ticket: DoorTicket, direction: Direction, now: number) {
  const times = { opensAt: new Date(door.opensAt), endsAt: new Date(door.endsAt), isCancelled: false };
  const atDoor = { status: ticket.status, isOut: ticket.leftAt !== null };
  return { outcome: decideScan(atDoor, direction, rules, times, new Date(now)), ticket };
}

const newTicket = (id: string, code: string): DoorTicket => ({
  id: id as DoorTicket["id"],
  tail: code.slice(-CODE_TAIL),
  version: 1,
  status: "VALID",
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
