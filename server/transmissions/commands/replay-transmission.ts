import { role } from "../../platform/operation/allow.ts";
import { defineCommand } from "../../platform/operation/command.ts";
import type { Tx } from "../../platform/operation/context.ts";
import { type DestinationName, TransmissionInput, TransmissionListed } from "../contract.ts";
import { UNSENT } from "../policy.ts";
import { viewOf } from "../queries.ts";
import { resolveDeadAlerts } from "../steps/resolve-dead-alerts.ts";
import { announceWork } from "../steps/write-transmissions.ts";
import { countMatching, moveOneReplayed, moveReplayed } from "../store.ts";
import { REPLAY_MAX } from "../values.ts";

/**
 * Puts all dead transmissions that match back in the queue, in the caller's transaction.
 * @returns whether any that match wait again now; those that were sent or closed by hand are not
 */
export async function replayDead(
  tx: Tx,
  filter: { readonly destination: DestinationName; readonly search: string },
): Promise<boolean> {
  await moveReplayed(tx, { ...filter, status: "DEAD" }, REPLAY_MAX);
  await resolveDeadAlerts(tx, [filter.destination]);
  announceWork(tx, filter.destination);
  const queued = await Promise.all(UNSENT.map((status) => countMatching(tx, { ...filter, status }, 1)));
  return queued.some((count) => count > 0);
}

/** Puts a dead transmission back in the queue with all its tries ahead of it: same id, same bytes. */
export const replayTransmission = defineCommand({
  id: "transmissions.replay-transmission",
  summary: "Sends a dead transmission again.",
  allow: role("ADMIN"),
  input: TransmissionInput,
  output: TransmissionListed,
  audit: ({ id }) => ({ target: id }),
  async run(tx, { id }) {
    const row = await moveOneReplayed(tx, id);
    await resolveDeadAlerts(tx, [row.destination]);
    announceWork(tx, row.destination);
    return viewOf(row);
  },
});
