import { system } from "../../platform/operation/allow.ts";
import { defineDirectCommand } from "../../platform/operation/command.ts";
import { NoInput, NoOutput } from "../../platform/values/text.ts";
import { endTimedOut } from "../jobs/end-due-sessions.ts";

/**
 * Ends sessions whose lock on a phone line has timed out and assigns free phone lines. Every command of a session does
 * the same first; a job runs this one.
 */
export const expirePhoneLines = defineDirectCommand({
  id: "integration.expire-phone-lines",
  summary: "Ends timed-out locks on phone lines and assigns free ones.",
  allow: system,
  input: NoInput,
  output: NoOutput,
  async run(ctx) {
    await endTimedOut(ctx);
    return {};
  },
});
