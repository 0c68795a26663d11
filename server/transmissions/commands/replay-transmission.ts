import { role } from "../../platform/allow.ts";
import { defineCommand } from "../../platform/command.ts";
import { TransmissionInput, TransmissionListed } from "../contract.ts";
import { announceWork } from "../events.ts";
import { viewOf } from "../queries.ts";
import { moveOneReplayed } from "../store.ts";
import { dropDeadAlerts } from "./drop-dead-alerts.ts";

/** Puts a dead transmission back in line with all its tries ahead of it: same id, same bytes (SPEC 7). */
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
