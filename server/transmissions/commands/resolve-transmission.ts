import { role } from "../../platform/operation/allow.ts";
import { defineCommand } from "../../platform/operation/command.ts";
import { ResolveTransmission, TransmissionListed } from "../contract.ts";
import { viewOf } from "../queries.ts";
import { resolveDeadAlerts } from "../steps/resolve-dead-alerts.ts";
import { announceWork } from "../steps/write-transmissions.ts";
import { moveResolved, unblockNext } from "../store.ts";

/** Closes a dead transmission by hand: it will not go out, and the messages behind it may. */
export const resolveTransmission = defineCommand({
  id: "transmissions.resolve-transmission",
  summary: "Closes a dead transmission with a note.",
  allow: role("ADMIN"),
  input: ResolveTransmission,
  output: TransmissionListed,
  audit: ({ id, note }) => ({ target: id, meta: { note } }),
  async run(tx, { id, note }) {
    const row = await moveResolved(tx, id, note);
    await unblockNext(tx, [id]);
    await resolveDeadAlerts(tx, [row.destination]);
    announceWork(tx, row.destination);
    return viewOf(row);
  },
});
