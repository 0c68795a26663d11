import { role } from "../../platform/operation/allow.ts";
import { defineCommand } from "../../platform/operation/command.ts";
import { Replayed, ReplayMatching } from "../contract.ts";
import { transmissionErrors } from "../errors.ts";
import { resolveDeadAlerts } from "../steps/resolve-dead-alerts.ts";
import { announceWork } from "../steps/write-transmissions.ts";
import { countMatching, moveReplayed } from "../store.ts";
import { REPLAY_MAX } from "../values.ts";

/**
 * Puts all dead transmissions that match back in the queue, at most {@link REPLAY_MAX} at once and the oldest first.
 * Throws `count_changed` (409), and replays nothing, when there are not as many as the caller was shown.
 */
export const replayMatching = defineCommand({
  id: "transmissions.replay-matching",
  summary: "Sends again all dead transmissions that match.",
  allow: role("ADMIN"),
  input: ReplayMatching,
  output: Replayed,
  refuses: [transmissionErrors.count_changed],
  audit: (input, output) => ({ meta: { ...input, ...output } }),
  async run(tx, { expected, ...filter }) {
    const dead = { ...filter, status: "DEAD" as const };
    const found = await countMatching(tx, dead, Math.min(expected + 1, REPLAY_MAX));
    if (found !== expected) throw transmissionErrors.count_changed({ found, expected });
    const rows = await moveReplayed(tx, dead, expected);
    if (rows.length !== expected) throw transmissionErrors.count_changed({ found: rows.length, expected });
    const destinations = [...new Set(rows.map(({ destination }) => destination))];
    await resolveDeadAlerts(tx, destinations);
    for (const destination of destinations) announceWork(tx, destination);
    return { replayed: rows.length };
  },
});
