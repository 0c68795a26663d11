import { resolveAlerts } from "../../alerts/steps/resolve-alerts.ts";
import { role } from "../../platform/operation/allow.ts";
import { defineCommand } from "../../platform/operation/command.ts";
import { NoOutput } from "../../platform/values/text.ts";
import { closeCircuit } from "../circuit.store.ts";
import { ResumeDestination } from "../contract.ts";
import { announceWork } from "../steps/write-transmissions.ts";

/** Resumes a paused destination before its next probe would. */
export const resumeDestination = defineCommand({
  id: "transmissions.resume-destination",
  summary: "Sends to a paused destination again.",
  allow: role("ADMIN"),
  input: ResumeDestination,
  output: NoOutput,
  audit: ({ destination }) => ({ target: destination }),
  async run(tx, { destination }) {
    if (await closeCircuit(tx, destination)) await resolveAlerts(tx, "destination_paused", [destination]);
    announceWork(tx, destination);
    return {};
  },
});
