import type { EventSessionId } from "../../catalog/contract.ts";
import type { Tx } from "../../platform/operation/context.ts";
import { lockTicketsOfCodes, type NamedTicket } from "../../tickets/steps/lock-tickets.ts";
import { recordEntries } from "../../tickets/steps/record-entries.ts";
import { type ShownAs, shownAs } from "../../tickets/values.ts";
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
  /** Whether the person at the door lets in a ticket whose code does not move. */
  readonly isConfirmed: boolean;
  readonly at: Date;
  /** What a device decided by itself; undefined where it asks. */
  readonly decided: ScanOutcome | undefined;
}

type Named = Extract<NamedTicket, { ticket: object }>;
type Ticket = Named["ticket"];

/** How a ticket was shown, and since when its code was drawn where it moved once. */
type Shown = Omit<ReturnType<typeof shownAs>, "as"> & { readonly as: ShownAs };

export interface RecordedScan {
  readonly scan: MadeScan;
  readonly outcome: ScanOutcome;
  /** Null where there is no ticket. */
  readonly shown: Shown | null;
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
  const none = { scan, shown: null, ticket: null };
  if (!named?.ticket) return { ...none, outcome: named?.isForged ? "forged" : "unknown" };
  const { ticket, parts } = named;
  if (ticket.eventSessionId !== entrance.eventSessionId) return { ...none, outcome: "other_session" };
  const shown = howShown(entrance, scan, parts);
  const before = await findPassed(tx, [ticket.id]);
  const told = scan.decided ?? decide(entrance, scan, { named, shown, before });
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
  return {
    scan,
    outcome: outcomeOf(scan, told, { ...named, ticket: now }, before),
    shown,
    ticket: { ...now },
  };
}

/** Who asks is answered by what is shown now: a scan that is said to be older makes no old code a moving one. */
const howShown = ({ now }: Entrance, { decided, at }: MadeScan, parts: Named["parts"]): Shown =>
  parts ? shownAs(parts, [decided ? at.getTime() : now.getTime()]) : { as: "typed", at: null };

function decide(
  { rules, times, now }: Entrance,
  { direction, isConfirmed }: MadeScan,
  {
    named,
    shown: { as },
    before,
  }: { readonly named: Named; readonly shown: Shown; readonly before: readonly ScanRow[] },
): ScanOutcome {
  if (isOutdated(named)) return "replaced";
  const { status, delivery } = named.ticket;
  const ticket = { status, isOut: before.at(-1)?.direction === "OUT", isPaper: delivery === "PAPER" };
  return decideScan(ticket, { direction, as, isConfirmed }, rules, times, now);
}

/** Whether a code is that of an earlier holder of its ticket. */
const isOutdated = ({ ticket, parts }: Named): boolean =>
  parts ? parts.qr !== ticket.qr : !hasShortCode(ticket);

/** A device that decided by itself is told what its scan comes to beside those that it did not know of. */
function outcomeOf(
  { decided, direction, at }: MadeScan,
  told: ScanOutcome,
  named: Named,
  before: readonly ScanRow[],
): ScanOutcome {
  if (decided === undefined || !passes(told)) return told;
  if (named.ticket.status === "VOID") return "void";
  if (isOutdated(named)) return "replaced";
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
  isPaper: ticket.delivery === "PAPER",
  ...{ section: ticket.section, row: ticket.row, label: ticket.label, seat: ticket.seat },
  ...{ usedAt: ticket.usedAt, usedWhere: ticket.usedWhere, leftAt: ticket.leftAt },
});
