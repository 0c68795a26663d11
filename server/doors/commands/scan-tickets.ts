import { atDoor } from "../../platform/operation/allow.ts";
import { defineCommand } from "../../platform/operation/command.ts";
import { ScanResults, ScanTickets } from "../contract.ts";
import { doorErrors } from "../errors.ts";
import { doorTimesOf, hasEnded, momentOf } from "../policy.ts";
import { type RecordedScan, recordScans, viewAtDoor } from "../steps/record-scans.ts";
import { findRules, findScansOfKeys, holdDevice } from "../store.ts";
import { countTickets, findTicketsAtDoor } from "../tickets.store.ts";

/**
 * Scans tickets at a device's door: one that is asked about, or those that it decided by itself without a network. A scan
 * that was sent before changes nothing and is answered again. Throws `door_link_ended` (401).
 */
export const scanTickets = defineCommand({
  id: "doors.scan-tickets",
  summary: "Scan tickets at the door of a device, and bring in those that it decided without a network.",
  allow: atDoor,
  input: ScanTickets,
  output: ScanResults,
  refuses: [doorErrors.door_link_ended],
  audit: ({ scans }, result) => ({
    meta: { scans: scans.length, outcomes: result?.results.map(({ outcome }) => outcome) },
  }),
  async run(tx, { scans }) {
    const { doorDeviceId, eventSessionId } = tx.actor;
    // Asked again here: a link that is being revoked waits for this scan, or this scan for its end.
    const device = await holdDevice(tx, doorDeviceId);
    if (!device || hasEnded(device, device.now)) throw doorErrors.door_link_ended();
    const { now, openedAt, entrance: name } = device;
    const keys = scans.map(({ key }) => key);
    const known = await findScansOfKeys(tx, doorDeviceId, keys);
    const isNew = (key: string) => known.every((scan) => scan.key !== key);
    const made = [...new Map(scans.map((scan) => [scan.key, scan])).values()]
      .filter(({ key }) => isNew(key))
      .map(({ key, code, direction, isConfirmed, ageMs, decided }) => ({
        ...{ key, code, direction, isConfirmed, decided },
        at: momentOf(ageMs, now, openedAt),
      }));
    const entrance = { eventSessionId, name, deviceId: doorDeviceId, times: doorTimesOf(device), now };
    const recorded = await recordScans(tx, { ...entrance, rules: await findRules(tx, eventSessionId) }, made);
    const replayed = await findTicketsAtDoor(
      tx,
      known.map(({ ticketId }) => ticketId),
    );
    const again = known.map(({ key, outcome, ticketId }) => ({
      ...{ key: key ?? "", outcome, shown: null },
      ticket: replayed.find(({ id }) => id === ticketId) ?? null,
    }));
    const results = [...again, ...recorded.map(viewRecorded)].map((result) => ({
      ...result,
      first: result.ticket?.usedAt
        ? { at: result.ticket.usedAt, entrance: result.ticket.usedWhere ?? "" }
        : null,
    }));
    return { results, counts: await countTickets(tx, eventSessionId) };
  },
});

const viewRecorded = ({ scan, outcome, shown, ticket }: RecordedScan) => ({
  ...{ key: scan.key ?? "", outcome, shown },
  ticket: ticket && viewAtDoor(ticket),
});
