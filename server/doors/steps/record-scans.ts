import type { EventSessionId } from "../../catalog/contract.ts";
import type { Tx } from "../../platform/operation/context.ts";
import { idEndOf } from "../../platform/values/id-forms.ts";
import { lockTicketsOfCodes, type NamedTicket } from "../../tickets/steps/lock-tickets.ts";
import { recordEntries } from "../../tickets/steps/record-entries.ts";
import type { DoorDeviceId, DoorRules, DoorTicket } from "../contract.ts";
import { type DoorTimes, decideScan, entryOf, hasShortCode, outcomeAfter, passes } from "../scan.policy.ts";
import { findPassed, insertScans, type ScanRow } from "../store.ts";
import { CODE_TAIL, type Direction, type ScanOutcome } from "../values.ts";

/** Where scans are made, and what is decided by. */
export interface Entrance {
  readonly eventSessionId: EventSessionId;
  readonly name: string;
  /** Null where someone with an account scans. */
  readonly deviceId: DoorDeviceId | null;
  readonly rules: DoorRules;
  readonly times: DoorTimes;
  readonly now: Date;
}

export interface MadeScan {
  readonly key: string | null;
  readonly code: string;
  readonly direction: Direction;
  readonly at: Date;
  /** What a device decided by itself; undefined where it asks. */
  readonly decided: ScanOutcome | undefined;
}

type Ticket = Extract<NamedTicket, { ticket: object }>["ticket"];

export interface RecordedScan {
  readonly scan: MadeScan;
  readonly outcome: ScanOutcome;
  readonly ticket: Ticket | null;
}

/**
 * Decides scans, records those of the event session's own tickets, and marks the tickets as all of their scans tell, in
 * the caller's transaction.
 * @returns the scans in the order in which they were made
 */
export async function recordScans(
  tx: Tx,
  entrance: Entrance,
  scans: readonly MadeScan[],
): Promise<RecordedScan[]> {
  const codes = [...new Set(scans.map(({ code }) => code))];
  const named = await lockTicketsOfCodes(tx, codes, entrance.eventSessionId);
  const inOrder = scans.toSorted((a, b) => a.at.getTime() - b.at.getTime());
  const recorded: RecordedScan[] = [];
  // One after the other: the second scan of a ticket is decided by what the first came to.
  for (const scan of inOrder) recorded.push(await recordScan(tx, entrance, scan, named.get(scan.code)));
  return recorded;
}

async function recordScan(
  tx: Tx,
  entrance: Entrance,
  scan: MadeScan,
  named: NamedTicket | undefined,
): Promise<RecordedScan> {
  if (!named?.ticket) return { scan, outcome: named?.isForged ? "forged" : "unknown", ticket: null };
  const { ticket } = named;
  if (ticket.eventSessionId !== entrance.eventSessionId)
    return { scan, outcome: "other_session", ticket: null };
  const before = await findPassed(tx, [ticket.id]);
  const told = scan.decided ?? decide(entrance, scan, { ticket, before });
  const passed = passes(told);
  const { deviceId: doorDeviceId, eventSessionId, name } = entrance;
  await insertScans(tx, [
    {
      ...{ ticketId: ticket.id, eventSessionId, doorDeviceId, key: scan.key, entrance: name },
      ...{ direction: scan.direction, outcome: told, passed, offline: scan.decided !== undefined },
      scannedAt: scan.at,
    },
  ]);
  const after = passed ? await findPassed(tx, [ticket.id]) : before;
  const entry = passed && ticket.status !== "VOID" ? entryOf(after) : undefined;
  if (entry) await recordEntries(tx, new Map([[ticket.id, entry]]));
  const now = entry ? Object.assign(ticket, { status: "USED" as const }, entry) : ticket;
  return { scan, outcome: outcomeOf(scan, told, now, before), ticket: { ...now } };
}

function decide(
  { rules, times, now }: Entrance,
  { code, direction }: MadeScan,
  { ticket, before }: { readonly ticket: Ticket; readonly before: readonly ScanRow[] },
): ScanOutcome {
  if (isOutdated(code, ticket)) return "replaced";
  const isOut = before.at(-1)?.direction === "OUT";
  return decideScan({ status: ticket.status, isOut }, direction, rules, times, now);
}

/** Whether a code is that of an earlier holder of its ticket. */
const isOutdated = (code: string, ticket: Ticket): boolean =>
  idEndOf(code) === undefined ? code !== ticket.qr : !hasShortCode(ticket);

/** A device that decided by itself is told what its scan comes to beside those that it did not know of. */
function outcomeOf(
  { code, decided, direction, at }: MadeScan,
  told: ScanOutcome,
  ticket: Ticket,
  before: readonly ScanRow[],
): ScanOutcome {
  if (decided === undefined || !passes(told)) return told;
  if (ticket.status === "VOID") return "void";
  if (isOutdated(code, ticket)) return "replaced";
  return outcomeAfter(
    direction,
    before.filter(({ scannedAt }) => scannedAt <= at),
  );
}

/** A ticket as doors keep it. */
export const viewAtDoor = ({
  qr,
  ...ticket
}: Ticket): Omit<DoorTicket, "usedAt" | "leftAt"> & Pick<Ticket, "usedAt" | "leftAt"> => ({
  ...{ id: ticket.id, tail: qr.slice(-CODE_TAIL), version: ticket.version, status: ticket.status },
  ...{ section: ticket.section, row: ticket.row, label: ticket.label, seat: ticket.seat },
  ...{ usedAt: ticket.usedAt, usedWhere: ticket.usedWhere, leftAt: ticket.leftAt },
});
