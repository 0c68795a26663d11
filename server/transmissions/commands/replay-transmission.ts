import { role } from "../../platform/allow.ts";
import { defineCommand } from "../../platform/command.ts";
import type { Tx } from "../../platform/context.ts";
import { type DestinationName, REPLAY_MAX, TransmissionInput, TransmissionListed } from "../contract.ts";
import { announceWork } from "../events.ts";
import { viewOf } from "../queries.ts";
import { moveOneReplayed, moveReplayed } from "../store.ts";
import { dropDeadAlerts } from "./drop-dead-alerts.ts";

/** Puts all dead transmissions that match back in line, in the caller's transaction. */
export async function replayDead(
  tx: Tx,
  filter: { readonly destination: DestinationName; readonly search: string },
): Promise<void> {
  await moveReplayed(tx, { ...filter, status: "DEAD" }, REPLAY_MAX);
  await dropDeadAlerts(tx, [filter.destination]);
  announceWork(tx, filter.destination);
}

/** Puts a dead transmission back in line with all its tries ahead of it: same id, same bytes. */
export const replayTransmission = defineCommand({
  id: "transmissions.replay-transmission",
  summary: "Sends a dead transmission again.",
  allow: role("ADMIN"),
  input: TransmissionInput,
  output: TransmissionListed,
  audit: ({ id }) => ({ target: id }),
  async run(tx, { id }) {
    const row = await moveOneReplayed(tx, id);
    await dropDeadAlerts(tx, [row.destination]);
    announceWork(tx, row.destination);
    return viewOf(row);
  },
});
